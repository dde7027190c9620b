//! Badges of another site: history about a person, no badges of ours.

crate::words! {
    /// How hard a badge was to get there.
    pub enum BadgeClass {
        /// Few have it.
        Gold = "gold",
        /// Some have it.
        Silver = "silver",
        /// Many have it.
        Bronze = "bronze",
    }
}

impl BadgeClass {
    /// By the number a dump writes; dumps before classes were written have none, which says the least.
    #[must_use]
    pub const fn of_number(number: Option<u32>) -> Self {
        match number {
            Some(1) => Self::Gold,
            Some(2) => Self::Silver,
            _ => Self::Bronze,
        }
    }
}
