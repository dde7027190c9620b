//! Menus, dialogs, toasts, banners, and what stands where content would.

use leptos::prelude::*;

use super::Specimen;
use crate::components::ui::{
    Banner, Blank, Button, Dialog, Glyph, Icon, Kind, Menu, MenuItem, MenuLink, Pager,
    RowsSkeleton, TextSkeleton, Tone,
};
use crate::i18n::use_lang;
use crate::state::toasts::use_toasts;

#[component]
pub fn Popups() -> impl IntoView {
    let t = use_lang();
    let toasts = use_toasts();
    let open = RwSignal::new(false);
    let nothing = Callback::new(|()| {});
    let close = Callback::new(move |()| open.set(false));
    let undone = Callback::new(move |()| toasts.say("Undone."));
    view! {
        <Specimen id="popups" title=t.design_popups()>
            <div class="actions">
                <Menu id="menu" label=t.shell_more() trigger=Box::new(|| view! { <Icon glyph=Glyph::More /> }.into_any())>
                    <MenuLink glyph=Glyph::Link href="/design">"Copy link"</MenuLink>
                    <MenuItem glyph=Glyph::History on_press=nothing>"History"</MenuItem>
                    <MenuItem glyph=Glyph::Close on_press=nothing danger=true>"Delete"</MenuItem>
                </Menu>
                <Button on_press=Callback::new(move |()| open.set(true))>"Dialog"</Button>
                <Button on_press=Callback::new(move |()| toasts.offer("Answer posted.", "Undo", undone))>"Toast"</Button>
            </div>
            <Dialog id="dialog" title="Show your name on this question?" open>
                <p>"Everyone who sees the question will see that you asked it. This cannot be undone."</p>
                <div class="actions">
                    <Button kind=Kind::Quiet on_press=close>{t.ui_cancel()}</Button>
                    <Button kind=Kind::Primary on_press=close>{t.ui_save()}</Button>
                </div>
            </Dialog>
        </Specimen>
    }
}

#[component]
pub fn Banners() -> impl IntoView {
    let t = use_lang();
    let tones = [Tone::Note, Tone::Waiting, Tone::Urgent, Tone::Solved];
    view! {
        <Specimen id="banners" title=t.design_banners()>
            <div class="stacked">
                {tones.map(|tone| view! { <Banner tone title=t.shell_offline()>{t.shell_offline_more()}</Banner> }).collect_view()}
            </div>
        </Specimen>
    }
}

#[component]
pub fn Blanks() -> impl IntoView {
    let t = use_lang();
    view! {
        <Specimen id="blanks" title=t.design_blanks()>
            <div class="pair">
                <Blank title=t.ui_empty_title()><a class="button" href="/ask">{t.shell_ask()}</a></Blank>
                <Blank glyph=Glyph::Broken title=t.ui_error_title() text=t.ui_request_id("0198-4c1d") />
                <Blank glyph=Glyph::Door title=t.ui_forbidden_title() text=t.ui_forbidden_more() />
                <Blank glyph=Glyph::Offline title=t.ui_offline_title() text=t.ui_offline_more() />
            </div>
            <RowsSkeleton rows=2 />
            <TextSkeleton />
            <Pager first="#blanks".to_owned() next="#blanks".to_owned() />
        </Specimen>
    }
}
