//! Editing a question, an answer or a comment. The version read is the version written over: when somebody was faster,
//! the text typed stays, theirs is shown below, and saving again is a choice.

use leptos::prelude::*;
use tacit_client::ClientError;
use tacit_contract::drafts::SaveDraft;
use tacit_contract::posts::{Comment, EditPost};
use tacit_contract::problem::ProblemCode;
use tacit_contract::questions::{Answer, EditQuestion, QuestionDetail};
use web_sys::SubmitEvent;

use super::Thread;
use super::post_actions::post_viewer;
use crate::components::questions::{TopicsField, token};
use crate::components::ui::{
    Banner, Button, DraftLine, FormProblem, Kind, TextField, Token, Tone, Writing,
};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::drafts::DraftKeeper;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;

/// What an edit of any post shares.
#[derive(Clone, Copy)]
struct Edit {
    thread: Thread,
    post: uuid::Uuid,
    /// The version the text was read at.
    version: RwSignal<i32>,
    body: RwSignal<String>,
    reason: RwSignal<String>,
    /// What stands there now, when somebody was faster.
    theirs: RwSignal<Option<String>>,
    editing: RwSignal<bool>,
    sending: Sending,
    keeper: DraftKeeper,
}

/// Title and topics, which only a question has.
#[derive(Clone, Copy)]
struct Heading {
    title: RwSignal<String>,
    topics: RwSignal<Vec<Token>>,
}

impl Edit {
    fn new(
        thread: Thread,
        post: uuid::Uuid,
        version: i32,
        body: String,
        heading: Option<Heading>,
        editing: RwSignal<bool>,
    ) -> Self {
        let version = RwSignal::new(version);
        let (body, reason) = (RwSignal::new(body), RwSignal::new(String::new()));
        let typed = Signal::derive(move || SaveDraft {
            title: heading.map(|heading| heading.title.get()),
            body: body.get(),
            topics: heading.map_or_else(Vec::new, |heading| {
                let topics = heading.topics.get();
                topics.into_iter().map(|topic| topic.label).collect()
            }),
            reason: Some(reason.get()).filter(|reason| !reason.is_empty()),
            base_version: Some(version.get()),
            ..SaveDraft::default()
        });
        // The draft brings along which version it was written over: what changed since is shown when it is saved.
        let restore = Callback::new(move |kept: SaveDraft| {
            body.set(kept.body);
            reason.set(kept.reason.unwrap_or_default());
            version.update(|version| *version = kept.base_version.unwrap_or(*version));
            if let Some(heading) = heading {
                heading.title.set(kept.title.unwrap_or_default());
                heading
                    .topics
                    .set(kept.topics.into_iter().map(named).collect());
            }
        });
        let place = format!("edit-{post}");
        let look = thread.has_draft(&place);
        Self {
            thread,
            post,
            version,
            body,
            reason,
            theirs: RwSignal::new(None),
            editing,
            sending: Sending::new(),
            keeper: DraftKeeper::follow(place, typed, restore, look),
        }
    }

    fn reason(self) -> Option<String> {
        Some(self.reason.get_untracked().trim().to_owned()).filter(|reason| !reason.is_empty())
    }

    /// The change as a request, for answers and comments.
    fn request(self) -> EditPost {
        EditPost {
            body: self.body.get_untracked(),
            reason: self.reason(),
        }
    }

    /// Sends the change. When it came too late, `current` fetches the version and text that stand there now.
    fn send<T: 'static>(
        self,
        call: impl Future<Output = Result<T, ClientError>> + 'static,
        current: impl Future<Output = Option<(i32, String)>> + 'static,
        saved: String,
    ) {
        let toasts = use_toasts();
        self.theirs.set(None);
        let call = async move {
            let outcome = call.await;
            if let Err(error) = &outcome
                && error.code() == Some(ProblemCode::StaleVersion)
                && let Some((version, text)) = current.await
            {
                self.version.set(version);
                self.theirs.set(Some(text));
            }
            outcome
        };
        let finish = move |_| {
            self.keeper.posted();
            self.editing.set(false);
            toasts.say(saved);
            self.thread.reload.run(());
        };
        self.sending.send_or(call, finish, |error| {
            (error.code() != Some(ProblemCode::StaleVersion)).then_some(error)
        });
    }
}

/// A topic that only its name is known of.
fn named(name: String) -> Token {
    Token {
        key: name.clone(),
        label: name,
        detail: None,
    }
}

/// Editing the question.
#[component]
pub fn EditQuestionForm(
    thread: Thread,
    question: QuestionDetail,
    editing: RwSignal<bool>,
) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let title = RwSignal::new(question.title);
    let topics = RwSignal::new(question.topics.into_iter().map(token).collect::<Vec<_>>());
    let edit = Edit::new(
        thread,
        question.id,
        question.version,
        question.body,
        Some(Heading { title, topics }),
        editing,
    );
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (api, again) = (api.clone(), api.clone());
        let change = EditQuestion {
            title: Some(title.get_untracked()),
            body: Some(edit.body.get_untracked()),
            topics: Some(
                topics
                    .get_untracked()
                    .into_iter()
                    .map(|topic| topic.key)
                    .collect(),
            ),
            reason: edit.reason(),
            ..EditQuestion::default()
        };
        let version = edit.version.get_untracked();
        let call = async move { api.edit_question(thread.id, version, &change).await };
        let current = async move {
            let now = again.get_question(thread.id).await.ok()?;
            Some((now.version, format!("{}\n\n{}", now.title, now.body)))
        };
        edit.send(call, current, t.question_edit_done().to_owned());
    };
    view! {
        <form class="edit-form" novalidate on:submit=submit>
            <TextField id="edit-title" label=t.question_edit_title() value=title error=edit.sending.field(t, "/title") />
            <Writing
                id="edit-body"
                label=t.question_edit_body()
                value=edit.body
                hint=t.ui_markdown()
                error=edit.sending.field(t, "/body")
            />
            <TopicsField id="edit-topics" chosen=topics error=edit.sending.field(t, "/topics") />
            <Finish edit />
        </form>
    }
}

/// Editing an answer.
#[component]
pub fn EditAnswerForm(thread: Thread, answer: Answer, editing: RwSignal<bool>) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let id = answer.id;
    let edit = Edit::new(thread, id, answer.version, answer.body, None, editing);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (api, again) = (api.clone(), api.clone());
        let (version, change) = (edit.version.get_untracked(), edit.request());
        let call = async move { api.edit_answer(id, version, &change).await };
        let current = async move {
            let question = again.get_question(thread.id).await.ok()?;
            question
                .answers
                .into_iter()
                .find(|answer| answer.id == id)
                .map(|now| (now.version, now.body))
        };
        edit.send(call, current, t.question_edit_done().to_owned());
    };
    view! { <form class="edit-form" novalidate on:submit=submit><BodyField edit /><Finish edit /></form> }
}

/// Editing a comment.
#[component]
pub fn EditCommentForm(thread: Thread, comment: Comment, editing: RwSignal<bool>) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let id = comment.id;
    let edit = Edit::new(thread, id, comment.version, comment.body, None, editing);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (api, again) = (api.clone(), api.clone());
        let (version, change) = (edit.version.get_untracked(), edit.request());
        let call = async move { api.edit_comment(id, version, &change).await };
        let current = async move {
            let question = again.get_question(thread.id).await.ok()?;
            let below_answers = question
                .answers
                .into_iter()
                .flat_map(|answer| answer.comments);
            let mut all = question.comments.into_iter().chain(below_answers);
            all.find(|comment| comment.id == id)
                .map(|now| (now.version, now.body))
        };
        edit.send(call, current, t.question_edit_done().to_owned());
    };
    view! { <form class="edit-form" novalidate on:submit=submit><BodyField edit /><Finish edit /></form> }
}

#[component]
fn BodyField(edit: Edit) -> impl IntoView {
    let t = use_lang();
    view! {
        <Writing
            id=format!("edit-{}", edit.post)
            label=t.question_edit_body()
            value=edit.body
            hint=t.ui_markdown()
            error=edit.sending.field(t, "/body")
        />
    }
}

/// The reason where one is needed, what went wrong, and the buttons.
#[component]
fn Finish(edit: Edit) -> impl IntoView {
    let t = use_lang();
    let viewer = post_viewer(edit.thread, edit.post);
    let not_mine = Memo::new(move |_| viewer.get().is_some_and(|viewer| !viewer.mine));
    view! {
        {move || {
            not_mine
                .get()
                .then(|| {
                    view! {
                        <TextField
                            id=format!("edit-reason-{}", edit.post)
                            label=t.question_reason()
                            hint=t.question_edit_reason_hint()
                            value=edit.reason
                            error=edit.sending.field(t, "/reason")
                        />
                    }
                })
        }}
        {move || {
            edit.theirs
                .get()
                .map(|text| {
                    view! {
                        <Banner tone=Tone::Waiting title=t.question_stale()>{t.question_stale_more()}</Banner>
                        <details class="fold theirs" open="">
                            <summary>{t.question_theirs()}</summary>
                            <pre tabindex="0">{text}</pre>
                        </details>
                    }
                })
        }}
        <DraftLine keeper=edit.keeper />
        <FormProblem error=edit.sending.error() />
        <div class="actions">
            <Button kind=Kind::Primary busy=edit.sending.busy()>{t.ui_save()}</Button>
            <Button kind=Kind::Quiet on_press=Callback::new(move |()| edit.editing.set(false))>{t.ui_cancel()}</Button>
        </div>
    }
}
