//! Pictures on their way into a text: uploaded as soon as they are pasted, dropped or chosen, then asked what they show,
//! one after the other. What is left out is discarded on the server too.

use std::collections::VecDeque;

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use tacit_client::{Client, ClientError};
use tacit_contract::files::Picture;
use tacit_contract::problem::ProblemCode;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ClipboardEvent, DragEvent, File, FileList};

use crate::components::ui::button::{Button, Kind};
use crate::components::ui::icon::{Glyph, Icon};
use crate::i18n::{Lang, use_lang};
use crate::state::api::use_api;
use crate::state::pictures::local_address;
use crate::view_model::failure;

/// For the dialog that chooses files.
pub const ACCEPTED: &str = "image/png,image/jpeg,image/gif,image/webp";

/// A picture that is here and asks to be described.
#[derive(Clone)]
struct Arrived {
    picture: Picture,
    /// Shown beside the question.
    address: String,
}

/// Pictures that are not in the text yet.
#[derive(Clone, Copy)]
pub struct PictureTray {
    api: StoredValue<Client>,
    t: Lang,
    under_way: RwSignal<usize>,
    arrived: RwSignal<VecDeque<Arrived>>,
    problem: RwSignal<Option<String>>,
}

impl PictureTray {
    /// Nothing yet.
    pub fn new() -> Self {
        Self {
            api: StoredValue::new(use_api()),
            t: use_lang(),
            under_way: RwSignal::new(0),
            arrived: RwSignal::new(VecDeque::new()),
            problem: RwSignal::new(None),
        }
    }

    /// A paste that brings pictures brings no text.
    pub fn on_paste(self, event: &ClipboardEvent) {
        if let Some(files) = event.clipboard_data().and_then(|data| data.files())
            && files.length() > 0
        {
            event.prevent_default();
            self.take(Some(files));
        }
    }

    /// Files may be dropped here; text is dropped as ever.
    pub fn on_drag(self, event: &DragEvent) {
        let files = event
            .data_transfer()
            .is_some_and(|data| data.types().includes(&"Files".into(), 0));
        if files {
            event.prevent_default();
        }
    }

    /// Takes dropped files.
    pub fn on_drop(self, event: &DragEvent) {
        if let Some(files) = event.data_transfer().and_then(|data| data.files())
            && files.length() > 0
        {
            event.prevent_default();
            self.take(Some(files));
        }
    }

    /// Uploads files.
    pub fn take(self, files: Option<FileList>) {
        let Some(files) = files else { return };
        self.problem.set(None);
        for at in 0..files.length() {
            if let Some(file) = files.item(at) {
                self.upload(file);
            }
        }
    }

    fn upload(self, file: File) {
        if !ACCEPTED.split(',').any(|kind| kind == file.type_()) {
            self.problem
                .set(Some(self.t.editor_not_a_picture().to_owned()));
            return;
        }
        let api = self.api.get_value();
        self.under_way.update(|count| *count += 1);
        spawn_local(async move {
            let outcome = send(&api, &file).await;
            let gone = self
                .under_way
                .try_update(|count| *count = count.saturating_sub(1))
                .is_none();
            match outcome {
                Ok(arrived) if gone => drop(api.delete_picture(arrived.picture.id).await),
                Ok(arrived) => self.arrived.update(|all| all.push_back(arrived)),
                Err(_) if gone => {}
                Err(error) => self.problem.set(Some(words_for(self.t, &error))),
            }
        });
    }

    fn next(self) -> Option<Arrived> {
        self.arrived
            .try_update(VecDeque::pop_front)
            .flatten()
            .inspect(|arrived| drop(web_sys::Url::revoke_object_url(&arrived.address)))
    }

    fn leave_out(self) {
        if let Some(arrived) = self.next() {
            let api = self.api.get_value();
            spawn_local(async move { drop(api.delete_picture(arrived.picture.id).await) });
        }
    }
}

async fn send(api: &Client, file: &File) -> Result<Arrived, ClientError> {
    let unreadable = |_| ClientError::Network("the file cannot be read".to_owned());
    let buffer = JsFuture::from(file.array_buffer())
        .await
        .map_err(unreadable)?;
    let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
    let address = local_address(&file.type_(), &bytes).map_err(unreadable)?;
    let picture = api.upload_picture(bytes).await?;
    Ok(Arrived { picture, address })
}

fn words_for(t: Lang, error: &ClientError) -> String {
    match error.code() {
        Some(ProblemCode::PayloadTooLarge) => t.editor_too_large().to_owned(),
        Some(ProblemCode::UnsupportedMediaType) => t.editor_not_a_picture().to_owned(),
        Some(ProblemCode::ValidationFailed) => t.editor_damaged().to_owned(),
        _ => failure::sentence(t, error),
    }
}

/// What is on its way, and the question what it shows.
#[component]
pub fn PicturePanel(id: String, tray: PictureTray, on_insert: Callback<String>) -> impl IntoView {
    let t = use_lang();
    let first = Memo::new(move |_| {
        tray.arrived
            .with(|all| all.front().map(|arrived| arrived.picture.id))
    });
    view! {
        <p class="draft-line" role="status">
            {move || (tray.under_way.get() > 0).then(|| t.editor_uploading())}
        </p>
        {move || tray.problem.get().map(|words| view! { <p class="error" role="alert"><Icon glyph=Glyph::Alert />{words}</p> })}
        {move || {
            first.get()?;
            let arrived = tray.arrived.with_untracked(|all| all.front().cloned())?;
            Some(view! { <Describe id=id.clone() arrived tray on_insert /> })
        }}
    }
}

#[component]
fn Describe(
    id: String,
    arrived: Arrived,
    tray: PictureTray,
    on_insert: Callback<String>,
) -> impl IntoView {
    let t = use_lang();
    let words = RwSignal::new(String::new());
    let missing = RwSignal::new(false);
    let field = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            drop(field.focus());
        }
    });
    let address = arrived.picture.address;
    let insert = move || {
        let said = words.get_untracked();
        let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
        if said.is_empty() {
            missing.set(true);
            return;
        }
        let said = said.replace('[', "\\[").replace(']', "\\]");
        tray.next();
        on_insert.run(format!("![{said}]({address})"));
    };
    let on_enter = insert.clone();
    let (field_id, hint_id, error_id) = (
        format!("{id}-alt"),
        format!("{id}-alt-hint"),
        format!("{id}-alt-error"),
    );
    let described = format!("{hint_id} {error_id}");
    view! {
        <div class="picture-panel">
            <img src=arrived.address alt="" />
            <div>
                <label for=field_id.clone()>{t.editor_alt()}</label>
                <p class="hint" id=hint_id>{t.editor_alt_hint()}</p>
                <input
                    class="input"
                    id=field_id
                    type="text"
                    maxlength="500"
                    node_ref=field
                    aria-describedby=described
                    aria-invalid=move || missing.get().then_some("true")
                    bind:value=words
                    on:keydown=move |event| {
                        // The form around it must not be sent.
                        if event.key() == "Enter" {
                            event.prevent_default();
                            on_enter();
                        }
                    }
                />
                {move || {
                    let error_id = error_id.clone();
                    missing.get().then(|| view! { <p class="error" id=error_id role="alert"><Icon glyph=Glyph::Alert />{t.editor_alt_needed()}</p> })
                }}
                <div class="actions">
                    <Button kind=Kind::Plain on_press=Callback::new(move |()| insert())>{t.editor_insert()}</Button>
                    <Button kind=Kind::Quiet on_press=Callback::new(move |()| tray.leave_out())>{t.editor_leave_out()}</Button>
                </div>
            </div>
        </div>
    }
}
