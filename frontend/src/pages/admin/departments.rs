//! The departments: added at the end, renamed, moved, archived and offered again.

use leptos::prelude::*;
use tacit_client::ClientError;
use tacit_contract::organisation::{CreateDepartment, Department, UpdateDepartment};
use web_sys::SubmitEvent;

use crate::components::ui::{
    Blank, Button, Confirm, FormProblem, Glyph, IconButton, LinkButton, Loaded, RowsSkeleton,
    TextField,
};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;
use crate::view_model::admin::neighbours;
use crate::view_model::people::count;

type Departments = LocalResource<Result<Vec<Department>, ClientError>>;

/// The form and the list.
#[component]
pub fn Departments() -> impl IntoView {
    let api = use_api();
    let departments: Departments = LocalResource::new(move || {
        let api = api.clone();
        async move { api.list_departments().await }
    });
    view! {
        <Add departments />
        <Loaded resource=departments waiting=|| view! { <RowsSkeleton rows=3 /> }.into_any() let:found>
            {view! { <List found departments /> }.into_any()}
        </Loaded>
    }
}

#[component]
fn Add(departments: Departments) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let name = RwSignal::new(String::new());
    let sending = Sending::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let api = api.clone();
        let department = CreateDepartment {
            name: name.get_untracked(),
        };
        sending.send(
            async move { api.create_department(&department).await },
            move |added| {
                name.set(String::new());
                toasts.say(t.department_added(&added.name));
                departments.refetch();
            },
        );
    };
    view! {
        <form class="form one-line" novalidate on:submit=submit>
            <TextField
                id="department-new"
                label=t.department_new()
                autocomplete="off"
                value=name
                error=sending.field(t, "/name")
            />
            <Button busy=sending.busy()>{t.department_add()}</Button>
            <FormProblem error=sending.error() />
        </form>
    }
}

#[component]
fn List(found: Vec<Department>, departments: Departments) -> impl IntoView {
    let t = use_lang();
    if found.is_empty() {
        return view! { <Blank title=t.department_none() text=t.department_none_more()>""</Blank> }
            .into_any();
    }
    let places: Vec<_> = found
        .iter()
        .map(|department| neighbours(&found, department.id))
        .collect();
    let rows = found
        .into_iter()
        .zip(places)
        .map(|(department, (above, below))| view! { <li><Row department above below departments /></li> });
    view! { <ul class="rows compact after">{rows.collect_view()}</ul> }.into_any()
}

/// One department; `above` and `below` are the places it can move to.
#[component]
fn Row(
    department: Department,
    #[prop(optional_no_strip)] above: Option<i32>,
    #[prop(optional_no_strip)] below: Option<i32>,
    departments: Departments,
) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let sending = Sending::new();
    let renaming = RwSignal::new(false);
    let (id, archived) = (department.id, department.archived);
    let change = Callback::new(move |change: UpdateDepartment| {
        let api = api.clone();
        sending.send(
            async move { api.update_department(id, &change).await },
            move |_| {
                renaming.try_set(false);
                departments.refetch();
            },
        );
    });
    let moved = move |position: i32| {
        change.run(UpdateDepartment {
            position: Some(position),
            ..nothing()
        })
    };
    let name = StoredValue::new(department.name.clone());
    let (up, down) = name.with_value(|name| (t.department_up(name), t.department_down(name)));
    view! {
        <div class="line">
            <div>
                <b>{name.get_value()}</b>
                <p class="meta">
                    {archived.then(|| view! { <span class="state" data-state="waiting">{t.department_archived()}</span> })}
                    <span>{t.department_members(count(department.members))}</span>
                </p>
            </div>
            <div class="actions">
                {above.map(|at| view! { <IconButton glyph=Glyph::Up label=up on_press=Callback::new(move |()| moved(at)) /> })}
                {below.map(|at| view! { <IconButton glyph=Glyph::Down label=down on_press=Callback::new(move |()| moved(at)) /> })}
                <LinkButton on_press=Callback::new(move |()| renaming.set(true))>
                    {t.department_rename()} <span class="visually-hidden">" " {name.get_value()}</span>
                </LinkButton>
                <LinkButton on_press=Callback::new(move |()| {
                    change.run(UpdateDepartment { archived: Some(!archived), ..nothing() });
                })>
                    {if archived { t.department_restore() } else { t.department_archive() }}
                    <span class="visually-hidden">" " {name.get_value()}</span>
                </LinkButton>
            </div>
        </div>
        <Rename department open=renaming sending change />
        {move || (!renaming.get()).then(|| view! { <FormProblem error=sending.error() /> })}
    }
}

const fn nothing() -> UpdateDepartment {
    UpdateDepartment {
        name: None,
        position: None,
        archived: None,
    }
}

#[component]
fn Rename(
    department: Department,
    open: RwSignal<bool>,
    sending: Sending,
    change: Callback<UpdateDepartment>,
) -> impl IntoView {
    let t = use_lang();
    let name = RwSignal::new(department.name.clone());
    let id = department.id;
    let save = Callback::new(move |()| {
        change.run(UpdateDepartment {
            name: Some(name.get_untracked()),
            ..nothing()
        });
    });
    view! {
        <Confirm
            id=format!("rename-{id}")
            title=t.department_rename_title(&department.name)
            open
            act=t.ui_save()
            sending
            on_confirm=save
        >
            <TextField
                id=format!("name-{id}")
                label=t.department_name()
                autocomplete="off"
                value=name
                error=sending.field(t, "/name")
            />
        </Confirm>
    }
}
