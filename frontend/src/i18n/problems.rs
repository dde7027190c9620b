//! A human sentence for every code the server may refuse with: what is wrong, and what to do. The matches have no
//! rest: a new code does not compile until it has its words.

use tacit_contract::problem::{FieldCode, ProblemCode};

use super::Lang;

impl Lang {
    /// What a refusal means to a person.
    pub fn problem(self, code: ProblemCode) -> &'static str {
        match code {
            ProblemCode::BadRequest
            | ProblemCode::MalformedBody
            | ProblemCode::MalformedQuery
            | ProblemCode::MethodNotAllowed
            | ProblemCode::NotAcceptable
            | ProblemCode::UnsupportedMediaType
            | ProblemCode::VersionRequired
            | ProblemCode::IdempotencyKeyReused
            | ProblemCode::ForeignOrigin => self.problem_app_fault(),
            ProblemCode::InvalidCursor => self.problem_invalid_cursor(),
            ProblemCode::InvalidLink => self.problem_invalid_link(),
            ProblemCode::Unauthenticated | ProblemCode::SessionEnded => self.problem_signed_out(),
            ProblemCode::InvalidCredentials => self.problem_invalid_credentials(),
            ProblemCode::Forbidden => self.problem_forbidden(),
            ProblemCode::RegistrationClosed => self.problem_registration_closed(),
            ProblemCode::Unconfirmed => self.problem_unconfirmed(),
            ProblemCode::NotFound => self.problem_not_found(),
            ProblemCode::RequestTimeout => self.problem_timeout(),
            ProblemCode::Conflict => self.problem_conflict(),
            ProblemCode::NameTaken => self.problem_name_taken(),
            ProblemCode::LastAdmin => self.problem_last_admin(),
            ProblemCode::WrongState => self.problem_wrong_state(),
            ProblemCode::StaleVersion => self.problem_stale(),
            ProblemCode::PayloadTooLarge => self.problem_too_large(),
            ProblemCode::ValidationFailed => self.problem_validation(),
            ProblemCode::TooManyRequests => self.problem_too_many(),
            ProblemCode::Internal => self.problem_internal(),
            ProblemCode::Unavailable => self.problem_unavailable(),
        }
    }

    /// What is wrong with one field, to stand below it.
    pub fn field_problem(self, code: FieldCode) -> &'static str {
        match code {
            FieldCode::Required => self.field_required(),
            FieldCode::Unknown => self.problem_app_fault(),
            FieldCode::Malformed => self.field_malformed(),
            FieldCode::TooShort => self.field_too_short(),
            FieldCode::TooLong => self.field_too_long(),
            FieldCode::OutOfRange => self.field_out_of_range(),
            FieldCode::BadCharacter => self.field_bad_character(),
            FieldCode::Taken => self.field_taken(),
            FieldCode::NotFound => self.field_not_found(),
            FieldCode::Duplicate => self.field_duplicate(),
            FieldCode::NotAllowed => self.field_not_allowed(),
        }
    }
}

super::words! {
    problem_unexpected: "The answer made no sense. Try again in a moment.", "Svaret gick inte att tolka. Försök igen om en stund.";
    problem_app_fault: "This page sent something the server does not understand. Reload it and try again.",
        "Sidan skickade något som servern inte förstår. Ladda om den och försök igen.";
    problem_invalid_cursor: "This place in the list does not exist any more. Start from the beginning.",
        "Den här platsen i listan finns inte längre. Börja om från början.";
    problem_invalid_link: "This link has been used or has expired. Ask for a new one.",
        "Länken är använd eller har gått ut. Be om en ny.";
    problem_signed_out: "You are signed out. Sign in and try again.", "Du är utloggad. Logga in och försök igen.";
    problem_invalid_credentials: "E-mail and password do not match.", "E-postadress och lösenord stämmer inte överens.";
    problem_forbidden: "You may not do this.", "Det här får du inte göra.";
    problem_registration_closed: "You need an invitation to register here.", "Du behöver en inbjudan för att registrera dig här.";
    problem_unconfirmed: "Confirm your address first: the link is in your mail.", "Bekräfta din adress först: länken finns i din e-post.";
    problem_not_found: "It does not exist, or you may not see it.", "Det finns inte, eller så får du inte se det.";
    problem_timeout: "The connection was too slow. Try again.", "Anslutningen var för långsam. Försök igen.";
    problem_conflict: "This clashes with what is already there.", "Det här krockar med något som redan finns.";
    problem_name_taken: "That name is taken. Choose another.", "Namnet är upptaget. Välj ett annat.";
    problem_last_admin: "Somebody has to run Tacit: make another person an admin first.", "Någon måste sköta Tacit: gör först någon annan till administratör.";
    problem_wrong_state: "This cannot be done any more. Reload the page to see why.", "Det går inte att göra längre. Ladda om sidan för att se varför.";
    problem_stale: "Somebody changed this in the meantime. Your text is still here.", "Någon har ändrat det här under tiden. Din text finns kvar.";
    problem_too_large: "This is more than can be sent at once. Make it shorter.", "Det är mer än som går att skicka på en gång. Korta det.";
    problem_validation: "Something needs another look; it is marked.", "Något behöver ses över; det är markerat.";
    problem_too_many: "Too many attempts. Wait a minute and try again.", "För många försök. Vänta en minut och försök igen.";
    problem_internal: "Something went wrong on the server. Try again in a moment.", "Något gick fel på servern. Försök igen om en stund.";
    problem_unavailable: "Tacit is not available right now. Try again in a moment.", "Tacit är inte tillgängligt just nu. Försök igen om en stund.";
    field_required: "Fill this in.", "Fyll i det här.";
    field_malformed: "This does not look right. Check the spelling.", "Det här ser inte rätt ut. Kontrollera stavningen.";
    field_too_short: "A little longer, please.", "Skriv lite mer.";
    field_too_long: "Too long. Make it shorter.", "För långt. Korta det.";
    field_out_of_range: "This is beyond what is possible here.", "Det ligger utanför vad som går här.";
    field_bad_character: "It contains a character that cannot be kept.", "Det innehåller ett tecken som inte går att spara.";
    field_taken: "Somebody else has it. Choose another.", "Någon annan har det. Välj något annat.";
    field_not_found: "There is no such thing.", "Något sådant finns inte.";
    field_duplicate: "Given twice. Once is enough.", "Angivet två gånger. En räcker.";
    field_not_allowed: "This is not allowed here.", "Det är inte tillåtet här.";
}
