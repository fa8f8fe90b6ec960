//! A text from a template: written in the settings, filled in for somebody, handed to their mail program, and logged once it was sent.

use thirtyfour::Key;

use crate::harness::Desktop;
use crate::harness::page::ctrl;
use crate::screens::look;

#[tokio::test(flavor = "multi_thread")]
async fn a_text_from_a_template_goes_to_the_mail_program_and_is_logged_once_it_was_sent() {
    let desktop = Desktop::start("templates").await;
    let page = desktop.page();
    let mut problems = Vec::new();
    page.keys(&ctrl(",")).await;
    page.click("Add template").await;
    page.fill("Name", "After the fair").await;
    page.fill("Subject", "Hello {first name}").await;
    page.fill("Text", "Dear {first name},\nshall we try it at {company}? & 100 % free").await;
    look(&page, "a template", &mut problems).await;
    page.resize(1280, 800).await;
    page.keys(&ctrl(&Key::Enter.value().to_string())).await;
    page.no_dialog().await;
    page.see("After the fair").await;

    page.keys("n").await;
    page.fill("First name", "Anna").await;
    page.fill("Company", "Bakery & Sons").await;
    page.fill("E-mail", "anna+shop@example.org").await;
    page.click("Add lead").await;
    page.see("Added by hand").await;
    page.no_dialog().await;
    page.keys("t").await;
    page.see_element("[role=dialog] select:focus").await;
    page.choose("Template", "After the fair").await;
    let body = "return document.querySelector('[role=dialog] textarea').value";
    page.until("the text to be filled in", || async {
        let text = page.script(body).await;
        text.as_str()?.contains("shall we try it at Bakery & Sons?").then_some(())
    })
    .await;
    look(&page, "a text", &mut problems).await;
    page.resize(1280, 800).await;
    page.click("Open in mail program").await;
    desktop.wait("the mail program", || !desktop.opened().is_empty()).await;
    let opened = desktop.opened().remove(0);
    let wanted = "mailto:anna+shop@example.org?subject=Hello%20Anna&body=Dear%20Anna%2C%0D%0Ashall%20we%20try%20it%20at%20\
                  Bakery%20%26%20Sons%3F%20%26%20100%20%25%20free";
    assert_eq!(opened, wanted);

    // Only whoever wrote it knows whether it went.
    page.see("Did you send it to Anna?").await;
    look(&page, "was it sent", &mut problems).await;
    page.resize(1280, 800).await;
    page.click("Yes, log it").await;
    page.find("//main//section//*[contains(., 'shall we try it at Bakery & Sons?')]").await;
    page.see("E-mail").await;
    assert!(!page.text().await.contains("Did you send it"), "it is answered");

    // A text that was not sent leaves no trace.
    page.keys("t").await;
    page.see_element("[role=dialog] select:focus").await;
    page.choose("Template", "After the fair").await;
    page.click("Open in mail program").await;
    desktop.wait("the mail program", || desktop.opened().len() == 2).await;
    page.press(".banner button:last-of-type").await;
    page.until("the question to go", || async { (!page.text().await.contains("Did you send it")).then_some(()) }).await;
    assert_eq!(page.text().await.matches("shall we try it").count(), 1);
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
