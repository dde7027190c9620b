//! Words of muting and blocking.

super::words! {
    blocks_menu: "More about this person", "Mer om den här personen";
    blocks_mute: "Mute", "Tysta";
    blocks_block: "Block", "Blockera";
    blocks_undo: "Undo muting and blocking", "Häv tystning och blockering";
    blocks_state_muted: "You have muted this person.", "Du har tystat den här personen.";
    blocks_state_blocked: "You have blocked this person.", "Du har blockerat den här personen.";
    blocks_block_title(name: &str): "Block {name}?", "Blockera {name}?";
    blocks_block_what: "Nothing they do reaches you: no mention, no answer, no request. Nobody suggests them to you. Their posts are left out of your lists and folded on pages. Nothing tells them, and you can undo it in the settings.",
        "Inget de gör når dig: inget omnämnande, inget svar, ingen förfrågan. De föreslås inte för dig. Deras inlägg lämnas ut ur dina listor och är hopfällda på sidor. De får inte veta något, och du kan häva det i inställningarna.";
    blocks_muted_done(name: &str): "{name} is muted. Nothing tells them.", "{name} är tystad. De får inte veta något.";
    blocks_blocked_done(name: &str): "{name} is blocked. Nothing tells them.", "{name} är blockerad. De får inte veta något.";
    blocks_undone(name: &str): "{name} is neither muted nor blocked.", "{name} är varken tystad eller blockerad.";
    blocks_folded: "By somebody you muted or blocked.", "Av någon du har tystat eller blockerat.";
    blocks_unfold: "Show", "Visa";
    settings_blocks: "Muted and blocked", "Tystade och blockerade";
    settings_blocks_lede: "Only you see this. Of the muted, what is meant for you personally still arrives; of the blocked, nothing does. Posts without a name are neither.",
        "Bara du ser det här. Från dem du tystat når det som är menat för dig personligen fortfarande fram, från dem du blockerat inget. Inlägg utan namn berörs inte.";
    settings_blocks_none: "You have muted or blocked nobody", "Du har varken tystat eller blockerat någon";
    settings_blocks_none_more: "You find both behind the three dots on a person's profile.", "Båda finns bakom de tre punkterna på en persons profil.";
    settings_blocks_muted: "muted", "tystad";
    settings_blocks_blocked: "blocked", "blockerad";
    settings_blocks_undo: "Undo", "Häv";
    settings_blocks_next: "Show the next", "Visa nästa";
}
