//! Buttons, the helpful mark, segments, tabs.

use leptos::prelude::*;

use super::Specimen;
use crate::components::ui::{
    Button, Glyph, Helpful, Icon, IconButton, Kind, LinkButton, Segment, SegmentedChoice,
    SegmentedLinks, Switch, Tab, Tabs,
};
use crate::i18n::use_lang;

#[component]
pub fn Buttons() -> impl IntoView {
    let t = use_lang();
    let nothing = Callback::new(|()| {});
    let marked = RwSignal::new(false);
    let count = Signal::derive(move || if marked.get() { 35 } else { 34 });
    let on = RwSignal::new(true);
    view! {
        <Specimen id="buttons" title=t.design_buttons()>
            <div class="actions">
                <Button kind=Kind::Primary on_press=nothing>{t.shell_ask()}</Button>
                <Button on_press=nothing>{t.ui_save()}</Button>
                <Button kind=Kind::Quiet on_press=nothing>{t.ui_cancel()}</Button>
                <Button kind=Kind::Danger on_press=nothing>{t.shell_sign_out()}</Button>
            </div>
            <div class="actions">
                <Button kind=Kind::Primary on_press=nothing disabled=true>{t.shell_ask()}</Button>
                <Button kind=Kind::Primary on_press=nothing busy=true>{t.ui_loading()}</Button>
                <Button on_press=Callback::new(move |()| on.update(|on| *on = !*on)) pressed=Signal::from(on)>
                    <Icon glyph=Glyph::Check />
                    {t.ui_saved()}
                </Button>
            </div>
            <div class="actions">
                <LinkButton glyph=Glyph::Comment on_press=nothing>{t.ui_write()}</LinkButton>
                <LinkButton glyph=Glyph::Follow on_press=nothing pressed=Signal::stored(true)>{t.ui_view()}</LinkButton>
                <IconButton glyph=Glyph::More label=t.shell_more() on_press=nothing />
            </div>
            <div class="actions">
                <Helpful marked count may_mark=true on_press=Callback::new(move |()| marked.update(|on| *on = !*on)) />
                <Helpful marked=true count=Signal::stored(1) may_mark=true on_press=nothing />
                <Helpful marked=false count=Signal::stored(0) may_mark=false on_press=nothing />
            </div>
            <Switch id="switch" label=t.design_states() checked=on on_change=Callback::new(move |now| on.set(now)) />
        </Specimen>
    }
}

#[component]
pub fn Choices() -> impl IntoView {
    let t = use_lang();
    let chosen = RwSignal::new(1_u8);
    let tab = RwSignal::new(0);
    let links = ["one", "two", "three"].map(|name| Segment {
        href: format!("#{name}"),
        label: name.to_owned(),
        current: name == "two",
    });
    let tabs = [
        (t.shell_questions(), Some("46")),
        (t.shell_people(), Some("5")),
        (t.shell_topics(), None),
    ];
    let tabs = tabs.map(|(label, count)| Tab {
        label: label.to_owned(),
        count: count.map(str::to_owned),
    });
    let words = [t.shell_questions(), t.shell_people(), t.shell_topics()];
    view! {
        <Specimen id="choices" title=t.design_choices()>
            <SegmentedLinks label=t.ui_view() links=links.to_vec() />
            <SegmentedChoice
                name="choice"
                label=t.ui_view()
                choices=vec![(1, t.ui_write().to_owned()), (2, t.ui_preview().to_owned())]
                value=chosen
                on_choose=Callback::new(move |now| chosen.set(now))
            />
            <Tabs id="tabs" label=t.ui_view() tabs=tabs.to_vec() chosen=tab />
            <div role="tabpanel" id="tabs-panel" tabindex="0">{move || words.get(tab.get()).copied()}</div>
        </Specimen>
    }
}
