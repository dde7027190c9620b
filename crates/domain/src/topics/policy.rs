//! Who may change the vocabulary. Everybody adds to it and describes; leads and admins keep it in order.

use crate::identity::Viewer;
use crate::posts::Refusal;
use crate::posts::policy::is_lead;

/// What of a topic changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TopicChange {
    /// Its name, synonyms or parent: what it is found by and where it stands.
    pub order: bool,
    /// Its description.
    pub description: bool,
}

/// Whether the viewer may edit a topic so: everybody the description, leads and admins the rest.
///
/// # Errors
/// [`Refusal::LeadsOnly`].
pub const fn can_edit_topic(viewer: &Viewer, change: TopicChange) -> Result<(), Refusal> {
    if change.order {
        return can_order_topics(viewer);
    }
    Ok(())
}

/// Whether the viewer may rename and merge topics, and set their synonyms and parents.
///
/// # Errors
/// [`Refusal::LeadsOnly`].
pub const fn can_order_topics(viewer: &Viewer) -> Result<(), Refusal> {
    if is_lead(viewer) {
        Ok(())
    } else {
        Err(Refusal::LeadsOnly)
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::identity::Role;

    #[test]
    fn everybody_describes_leads_keep_order() {
        let words = TopicChange {
            order: false,
            description: true,
        };
        let order = TopicChange {
            order: true,
            description: true,
        };
        for role in Role::ALL {
            let viewer = Viewer {
                member_id: Uuid::from_u128(1),
                role: *role,
            };
            assert_eq!(can_edit_topic(&viewer, words), Ok(()));
            let expected = match role {
                Role::Member => Err(Refusal::LeadsOnly),
                Role::Lead | Role::Admin => Ok(()),
            };
            assert_eq!(can_edit_topic(&viewer, order), expected);
            assert_eq!(can_order_topics(&viewer), expected);
        }
    }
}
