//! Questions in the real window: asked in a conversation, answered with what was answered before, and told, by the keys alone.

use thirtyfour::prelude::*;

use crate::harness::Desktop;
use crate::harness::page::ctrl;
use crate::screens::look;

#[tokio::test(flavor = "multi_thread")]
async fn a_question_is_answered_with_an_earlier_answer_and_told_by_the_keys_alone() {
    let desktop = Desktop::start("questions").await;
    let page = desktop.page();
    let mut problems = Vec::new();
    page.keys(&ctrl("8")).await;
    page.see("No open questions").await;
    look(&page, "Questions, none", &mut problems).await;

    for (name, question) in
        [("Anna", "Do you deliver on Saturday?"), ("Bram", "Can you deliver on a Saturday morning?")]
    {
        page.add_lead(name).await;
        page.fill("What was said", &format!("? {question}")).await;
        page.click("Just a talk").await;
        page.see("is kept").await;
        page.see(question).await;
    }
    page.keys(&ctrl("1")).await;
    page.see("Questions you still owe").await;

    let (enter, down) = (Key::Enter.value().to_string(), Key::Down.value().to_string());
    page.keys(&ctrl("8")).await;
    page.see("Do you deliver on Saturday?").await;
    page.script("document.querySelector('[role=listbox]').focus()").await;
    page.keys(&enter).await;
    page.see_element("[role=dialog] textarea:focus").await;
    page.keys("Until noon.").await;
    look(&page, "Answering", &mut problems).await;
    page.keys(&ctrl(&enter)).await;
    page.see("Question of Anna is answered.").await;
    page.until("one question to be left", || async {
        (!page.text().await.contains("Do you deliver on Saturday?")).then_some(())
    })
    .await;
    look(&page, "Questions", &mut problems).await;

    // The earlier answer is offered, and Alt+1 takes it over.
    page.script("document.querySelector('[role=listbox]').focus()").await;
    page.keys(&format!("{down}{enter}")).await;
    page.see("Earlier answers to similar questions").await;
    look(&page, "Answering with earlier answers", &mut problems).await;
    page.keys(&format!("{}1{}", Key::Alt.value(), Key::Null.value())).await;
    page.until("the answer to be taken over", || async {
        let typed = page.script("return document.querySelector('[role=dialog] textarea').value").await;
        (typed == "Until noon.").then_some(())
    })
    .await;
    page.keys(&ctrl(&enter)).await;
    page.see("Question of Bram is answered.").await;

    page.click("Still to tell 2").await;
    page.see("Until noon.").await;
    page.script("document.querySelector('[role=listbox]').focus()").await;
    look(&page, "Answers to tell", &mut problems).await;
    page.keys("t").await;
    page.see("Anna knows the answer.").await;

    // On the page of the other it is ticked off with the conversation.
    page.keys("p").await;
    page.find("//h1[normalize-space(.)='Bram']").await;
    page.see("Did you tell them?").await;
    look(&page, "A person to tell an answer", &mut problems).await;
    page.click_label("Can you deliver on a Saturday morning? Until noon.").await;
    page.click("Just a talk").await;
    page.see("Answer told").await;
    page.keys(&ctrl("8")).await;
    page.see("Nothing to tell").await;
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
