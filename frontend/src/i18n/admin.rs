//! Words of the administration.

use tacit_contract::identity::MemberStatus;
use tacit_contract::organisation::Registration;

use super::Lang;

impl Lang {
    /// Whether a person can sign in, in a word.
    pub fn member_status(self, status: MemberStatus) -> &'static str {
        match status {
            MemberStatus::Active => self.admin_active(),
            MemberStatus::Unconfirmed => self.admin_unconfirmed(),
            MemberStatus::Deactivated => self.admin_deactivated(),
            MemberStatus::Unclaimed => self.admin_unclaimed(),
        }
    }

    /// Who may register, and what that means.
    pub fn registration(self, registration: Registration) -> (&'static str, &'static str) {
        match registration {
            Registration::Open => (self.admin_open(), self.admin_open_more()),
            Registration::Domains => (self.admin_domains(), self.admin_domains_more()),
            Registration::Invitation => (self.admin_invited(), self.admin_invited_more()),
        }
    }
}

super::words! {
    admin_title: "Administration", "Administration";
    admin_document(section: &str): "{section}, Administration", "{section}, Administration";
    admin_members: "Members", "Medlemmar";
    admin_invitations: "Invitations", "Inbjudningar";
    admin_departments: "Departments", "Avdelningar";
    admin_organisation: "Organisation", "Organisation";
    admin_imports: "Imports", "Importer";
    admin_members_search: "Name, handle or e-mail", "Namn, kortnamn eller e-post";
    admin_members_list: "Members found", "Medlemmar som hittades";
    admin_status: "Standing", "Status";
    admin_everyone: "Everyone with an account", "Alla med konto";
    admin_active: "Active", "Aktiv";
    admin_unconfirmed: "Address not confirmed", "Obekräftad adress";
    admin_deactivated: "Deactivated", "Avstängd";
    admin_unclaimed: "From an import", "Från en import";
    admin_role: "Role", "Roll";
    admin_any_role: "Every role", "Alla roller";
    admin_nobody: "Nobody found", "Ingen hittades";
    admin_nobody_more: "Try fewer words or another standing.", "Pröva färre ord eller en annan status.";
    admin_show_all: "Show all members", "Visa alla medlemmar";
    admin_you: "you", "du";
    admin_change: "Change", "Ändra";
    admin_change_title(name: &str): "Change {name}", "Ändra {name}";
    admin_role_hint: "Leads look after questions, topics and answers. Administrators run this Tacit.",
        "Lärandeansvariga sköter frågor, ämnen och svar. Administratörer driver det här Tacit.";
    admin_changed(name: &str): "{name} is changed.", "{name} är ändrad.";
    admin_deactivate: "Deactivate", "Stäng av";
    admin_deactivate_title(name: &str): "Deactivate {name}?", "Stänga av {name}?";
    admin_deactivate_what(name: &str): "{name} is signed out everywhere at once and cannot sign in. What they wrote stays, under their name. You can let them in again.",
        "{name} loggas ut överallt genast och kan inte logga in. Det de har skrivit finns kvar, under deras namn. Du kan släppa in dem igen.";
    admin_deactivated_done(name: &str): "{name} is deactivated.", "{name} är avstängd.";
    admin_reactivate: "Let in again", "Släpp in igen";
    admin_reactivate_title(name: &str): "Let {name} in again?", "Släppa in {name} igen?";
    admin_reactivate_what(name: &str): "{name} can sign in again with the same password.",
        "{name} kan logga in igen med samma lösenord.";
    admin_reactivated_done(name: &str): "{name} can sign in again.", "{name} kan logga in igen.";
    admin_joined: "joined", "kom";
    invite_lede: "A link that lets one person in. It is mailed, and shown here once.",
        "En länk som släpper in en person. Den skickas med e-post och visas här en gång.";
    invite_email: "E-mail", "E-post";
    invite_send: "Invite", "Bjud in";
    invite_done(email: &str): "{email} is invited.", "{email} är inbjuden.";
    invite_link: "The link, if you would rather send it yourself. It is shown only now.",
        "Länken, om du hellre skickar den själv. Den visas bara nu.";
    invite_list: "Sent so far", "Skickade hittills";
    invite_none: "Nobody is invited yet", "Ingen är inbjuden ännu";
    invite_none_more: "Write the first address above.", "Skriv den första adressen här ovanför.";
    invite_used: "Used", "Använd";
    invite_expired: "Expired", "Har gått ut";
    invite_waiting: "Waiting", "Väntar";
    invite_until(day: &str): "until {day}", "till {day}";
    invite_sent: "sent", "skickad";
    invite_revoke: "Revoke", "Dra tillbaka";
    invite_revoke_title(email: &str): "Revoke the invitation to {email}?", "Dra tillbaka inbjudan till {email}?";
    invite_revoke_what: "Its link stops working at once.", "Länken slutar fungera genast.";
    invite_revoked: "The invitation is revoked.", "Inbjudan är tillbakadragen.";
    department_lede: "What members choose from on their profile, in this order.",
        "Det som medlemmarna väljer bland på sin profil, i den här ordningen.";
    department_new: "New department", "Ny avdelning";
    department_add: "Add", "Lägg till";
    department_added(name: &str): "{name} is added.", "{name} är tillagd.";
    department_none: "No departments yet", "Inga avdelningar ännu";
    department_none_more: "Add the first one above; members can then say where they work.",
        "Lägg till den första här ovanför; sedan kan medlemmarna säga var de arbetar.";
    department_members[n]: "1 member", "{n} members"; "1 medlem", "{n} medlemmar";
    department_archived: "Archived", "Arkiverad";
    department_up(name: &str): "Move {name} up", "Flytta upp {name}";
    department_down(name: &str): "Move {name} down", "Flytta ner {name}";
    department_rename: "Rename", "Byt namn";
    department_rename_title(name: &str): "Rename {name}", "Byt namn på {name}";
    department_archive: "Archive", "Arkivera";
    department_restore: "Offer again", "Erbjud igen";
    department_name: "Name", "Namn";
    organisation_name: "Name", "Namn";
    organisation_name_hint: "It stands on the sign-in page and in letters.", "Det står på inloggningssidan och i brev.";
    organisation_language: "Language for new members", "Språk för nya medlemmar";
    organisation_who: "Who may register", "Vem får registrera sig";
    admin_open: "Everyone", "Alla";
    admin_open_more: "Whoever reaches this address.", "Den som når den här adressen.";
    admin_domains: "Whoever has an address of ours", "Den som har en adress hos oss";
    admin_domains_more: "The address is confirmed by a letter.", "Adressen bekräftas med ett brev.";
    admin_invited: "Whoever is invited", "Den som är inbjuden";
    admin_invited_more: "Administrators send invitations.", "Administratörer skickar inbjudningar.";
    organisation_domains: "Our mail domains", "Våra e-postdomäner";
    organisation_domains_hint: "Separated by commas, such as almvik.example.", "Med kommatecken emellan, till exempel almvik.example.";
    organisation_saved: "The organisation is saved.", "Organisationen är sparad.";
    organisation_logo: "Logo", "Logotyp";
    organisation_logo_hint: "PNG, JPEG, WebP or SVG, at most 256 kB. It stands on the sign-in page.",
        "PNG, JPEG, WebP eller SVG, högst 256 kB. Den visas på inloggningssidan.";
    organisation_logo_choose: "Choose a picture", "Välj en bild";
    organisation_logo_alt(name: &str): "Logo of {name}", "Logotyp för {name}";
    organisation_logo_remove: "Remove the logo", "Ta bort logotypen";
    organisation_logo_done: "The logo is saved.", "Logotypen är sparad.";
    organisation_logo_gone: "The logo is removed.", "Logotypen är borttagen.";
    imports_lede: "Whole sites that were brought over, and what became of every row.",
        "Hela webbplatser som har förts över, och vad det blev av varje rad.";
    imports_none: "Nothing was imported yet", "Inget har importerats ännu";
    imports_none_more: "A question and answer site comes over with one command on the server:",
        "En fråge- och svarssajt förs över med ett kommando på servern:";
    imports_from(file: &str): "from {file}", "från {file}";
    imports_file: "File", "Fil";
    imports_what: "What became of the rows", "Vad det blev av raderna";
    imports_rows: "Rows", "Rader";
    imports_taken: "Taken", "Tagna";
    imports_left_out: "Left out", "Utelämnade";
    imports_all: "All files", "Alla filer";
    imports_sum(taken: &str, left_out: &str, rows: &str): "{taken} taken and {left_out} left out make {rows} rows read.",
        "{taken} tagna och {left_out} utelämnade blir {rows} lästa rader.";
}
