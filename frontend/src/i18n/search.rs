//! Words of the search.

super::words! {
    search_title: "Search", "Sök";
}
