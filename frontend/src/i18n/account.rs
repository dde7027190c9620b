//! Words of signing in, registering and confirming an address.

super::words! {
    account_sign_in: "Sign in", "Logga in";
    account_sign_in_title: "What nobody wrote down, somebody knows.", "Det som ingen har skrivit ner vet någon.";
    account_sign_in_lede: "Sign in to ask them.", "Logga in och fråga.";
    account_email: "Work e-mail", "E-post på jobbet";
    account_password: "Password", "Lösenord";
    account_runs(organisation: &str): "{organisation} runs this Tacit for itself.", "{organisation} driver Tacit för egen räkning.";
    account_new_here: "New here?", "Ny här?";
    account_register_link: "Create an account", "Skapa ett konto";
    account_have_one: "Already have an account?", "Har du redan ett konto?";
    account_sign_in_link: "Sign in", "Logga in";
    account_by_invitation: "New members come by invitation. Ask an administrator for one.",
        "Nya medlemmar kommer på inbjudan. Be en administratör om en.";
    account_register: "Create account", "Skapa konto";
    account_register_title: "Create your account", "Skapa ditt konto";
    account_register_lede(organisation: &str): "Ask, answer and find who knows at {organisation}.",
        "Fråga, svara och hitta den som vet på {organisation}.";
    account_invited_title: "You are invited", "Du är inbjuden";
    account_invited_lede(organisation: &str): "Your link opens the door to Tacit at {organisation}. Say who you are, and you are in.",
        "Din länk öppnar dörren till Tacit hos {organisation}. Säg vem du är, så är du inne.";
    account_name: "Your name", "Ditt namn";
    account_name_hint: "As colleagues know you.", "Som kollegorna känner dig.";
    account_password_hint: "At least 12 characters. A few words nobody would guess are good.",
        "Minst 12 tecken. Några ord som ingen gissar fungerar bra.";
    account_domains_hint(domains: &str): "An address that ends in {domains}.", "En adress som slutar på {domains}.";
    account_register_plain: "Ask, answer and find who knows.", "Fråga, svara och hitta den som vet.";
    account_invited_plain: "Your link opens the door. Say who you are, and you are in.",
        "Din länk öppnar dörren. Säg vem du är, så är du inne.";
    account_logo(organisation: &str): "Logo of {organisation}", "Logotyp för {organisation}";
    account_invited_hint: "The address the invitation was sent to.", "Adressen som inbjudan skickades till.";
    account_closed_title: "You need an invitation", "Du behöver en inbjudan";
    account_closed_more(organisation: &str): "At {organisation} new members come by invitation. Ask an administrator to send you one; its link leads here.",
        "Hos {organisation} kommer nya medlemmar på inbjudan. Be en administratör skicka en; länken i den leder hit.";
    account_mail_title: "Look in your mail", "Titta i din e-post";
    account_mail_more(email: &str): "A link is on its way to {email}. Open it within 24 hours and enter your password: then you are in.",
        "En länk är på väg till {email}. Öppna den inom 24 timmar och ange ditt lösenord, så är du inne.";
    account_mail_nothing: "Nothing there? Look among the spam, or check the address and try again.",
        "Hittar du inget? Titta bland skräpposten, eller kontrollera adressen och försök igen.";
    account_mail_again: "Change the address", "Ändra adressen";
    account_forgot_link: "Forgot your password?", "Glömt lösenordet?";
    account_forgot_title: "Choose a new password", "Välj ett nytt lösenord";
    account_forgot_lede: "We mail you a link that lets you choose one.", "Vi skickar en länk där du kan välja ett.";
    account_forgot_send: "Mail me a link", "Skicka en länk";
    account_forgot_sent(email: &str): "If {email} has an account here, a link is on its way to it. It works once, for one hour.",
        "Om {email} har ett konto här är en länk på väg dit. Den fungerar en gång, i en timme.";
    account_reset_title: "Your new password", "Ditt nya lösenord";
    account_reset_lede: "Everywhere you are signed in you will be signed out.", "Du loggas ut överallt där du är inloggad.";
    account_reset: "Save and sign in", "Spara och logga in";
    account_reset_over: "This link does not work any more", "Länken fungerar inte längre";
    account_reset_over_more: "It works once, for one hour. Ask for a new one.", "Den fungerar en gång, i en timme. Be om en ny.";
    account_confirm: "Confirm and sign in", "Bekräfta och logga in";
    account_confirm_title: "Confirm your address", "Bekräfta din adress";
    account_confirm_lede: "Enter the password you chose when you registered.", "Ange lösenordet du valde när du registrerade dig.";
    account_confirm_broken: "This link is not whole", "Länken är inte hel";
    account_confirm_broken_more: "Copy the whole link from the mail, or register again to get a new one.",
        "Kopiera hela länken ur brevet, eller registrera dig igen för att få en ny.";
}
