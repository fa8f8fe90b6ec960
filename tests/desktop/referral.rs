//! Whoever may not decide leads to the one who does: a new lead at the same company, linked to who named them.

use crate::harness::Desktop;
use crate::screens::look;

#[tokio::test(flavor = "multi_thread")]
async fn who_does_decide_is_a_new_lead_at_the_same_company_linked_to_who_named_them() {
    let desktop = Desktop::start("referral").await;
    let page = desktop.page();
    let mut problems = Vec::new();
    page.keys("n").await;
    page.fill("First name", "Anna").await;
    page.fill("Company", "Bakery & Sons").await;
    page.click("Add lead").await;
    page.see("Added by hand").await;
    page.no_dialog().await;

    page.press(".strip .cell:nth-of-type(4)").await;
    page.click_label("No").await;
    page.fill("In their words", "Her brother signs").await;
    look(&page, "may decide: no", &mut problems).await;
    page.resize(1280, 800).await;
    page.click("Save").await;
    page.see("Who decides at Bakery & Sons?").await;
    look(&page, "who does decide", &mut problems).await;
    page.resize(1280, 800).await;
    page.press("[role=dialog] button[type=submit]").await;

    page.see("Introduced by Anna").await;
    look(&page, "a new lead who was introduced", &mut problems).await;
    page.resize(1280, 800).await;
    page.fill("First name", "Bas").await;
    page.click("Add lead").await;
    page.find("//h1[normalize-space(.)='Bas']").await;
    page.see("Bakery & Sons").await;
    page.see("Introduced by").await;

    // From either of them to the other.
    page.click("Anna").await;
    page.find("//h1[normalize-space(.)='Anna']").await;
    page.see("Her brother signs").await;
    page.see("Not a fit").await;
    page.click("Bas").await;
    page.find("//h1[normalize-space(.)='Bas']").await;
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
