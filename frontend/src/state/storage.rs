//! Small choices kept in this browser. Where storage is refused, a choice lasts until the tab closes.

/// What was kept under a name.
pub fn read(name: &str) -> Option<String> {
    storage()?.get_item(name).ok().flatten()
}

/// Keeps a value, or forgets it.
pub fn write(name: &str, value: Option<&str>) {
    let Some(storage) = storage() else { return };
    let outcome = match value {
        Some(value) => storage.set_item(name, value),
        None => storage.remove_item(name),
    };
    if outcome.is_err() {
        leptos::logging::warn!("this browser keeps nothing");
    }
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
