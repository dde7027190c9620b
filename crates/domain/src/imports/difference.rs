//! Why the text of a post, rendered here, may differ from what the dump shows.

crate::words! {
    /// The cause of a difference.
    pub enum Difference {
        /// The history ends before or after what the dump shows.
        OtherVersion = "other_version",
        /// Short forms that only that site writes out, such as `[tag:yeast]`.
        SiteMarkup = "site_markup",
        /// Text hidden until one wants to see it.
        Spoiler = "spoiler",
        /// A code example that runs there.
        Snippet = "snippet",
        /// Raw HTML that one of the two shows or takes away otherwise.
        RawHtml = "raw_html",
        /// Lists, quotes or code that the two tell from their neighbours otherwise.
        Blocks = "blocks",
        /// Signs only: what one of the two took for markup.
        Signs = "signs",
        /// None of these.
        Unknown = "unknown",
    }
}

impl Difference {
    /// What a person reads.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::OtherVersion => "the history tells another version than the dump shows",
            Self::SiteMarkup => "short forms of that site",
            Self::Spoiler => "text hidden there until one wants to see it",
            Self::Snippet => "code examples that run there",
            Self::RawHtml => "raw HTML",
            Self::Blocks => "where blocks begin and end",
            Self::Signs => "signs that one of the two took for markup",
            Self::Unknown => "another cause",
        }
    }
}
