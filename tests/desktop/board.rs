//! The process board: everybody moves with the keyboard and with the pointer, and a move asks what it needs.

use thirtyfour::prelude::*;

use crate::harness::page::ctrl;
use crate::harness::{Desktop, Page};

/// Waits until so many people stand in a column.
async fn see_in_column(page: &Page<'_>, column: &str, count: u32) {
    page.see_element(&format!("[aria-label='{column}, {count}']")).await;
}

/// Drags somebody's card onto the column or the shelf that begins with that name, as a hand does: press, move, let go.
async fn drag(page: &Page<'_>, name: &str, onto: &str) {
    let card = page.find(&format!("//*[@data-card][.//*[.='{name}']]")).await;
    let place = page
        .find(&format!("//section[starts-with(@aria-label, '{onto},')] | //footer/button[starts-with(., '{onto}')]"))
        .await;
    let moved = page.driver.action_chain().move_to_element_center(&card).click_and_hold();
    // The first few pixels tell a drag from a click.
    let moved = moved.move_by_offset(6, 6).move_to_element_center(&place).move_by_offset(2, 2).release();
    moved.perform().await.expect("a drag");
}

/// Chooses in the menu that M opens on somebody's card.
async fn move_by_keys(page: &Page<'_>, name: &str, down: usize) {
    let card = page.find(&format!("//*[@data-card][.//*[.='{name}']]")).await;
    card.focus().await.expect("the card takes the focus");
    page.keys("m").await;
    page.see(&format!("Move {name} to")).await;
    for _ in 0..down {
        page.keys(&Key::Down.value().to_string()).await;
    }
    page.keys(&ctrl(&Key::Enter.value().to_string())).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn people_move_on_the_board_with_the_keyboard_and_with_the_pointer() {
    let desktop = Desktop::start("board").await;
    let page = desktop.page();
    for name in ["Anna", "Bram"] {
        page.add_lead(name).await;
    }
    page.keys(&ctrl("3")).await;
    see_in_column(&page, "Lead", 2).await;

    // A lead has not met the criteria: moved anyway, and the reason is kept.
    move_by_keys(&page, "Anna", 0).await;
    page.see("Ask Anna the short questions first").await;
    page.click("Move anyway").await;
    page.see("Why is Anna a prospect anyway?").await;
    page.fill("Reason", "An old friend who wants it").await;
    page.keys(&ctrl(&Key::Enter.value().to_string())).await;
    see_in_column(&page, "Qualified", 1).await;
    see_in_column(&page, "Lead", 1).await;

    // From step to step nothing is asked.
    drag(&page, "Anna", "Presentation").await;
    see_in_column(&page, "Presentation", 1).await;
    see_in_column(&page, "Qualified", 0).await;

    // A shelf asks for what it needs; what is left unanswered moves nobody.
    drag(&page, "Anna", "Later").await;
    page.see("Anna is not ready now").await;
    page.click("Cancel").await;
    see_in_column(&page, "Presentation", 1).await;
    drag(&page, "Anna", "Later").await;
    page.click("Save").await;
    see_in_column(&page, "Presentation", 0).await;
    page.find("//footer/button[starts-with(., 'Later') and contains(., '1')]").await;

    // Every move is taken back as one step.
    page.keys(&ctrl("z")).await;
    see_in_column(&page, "Presentation", 1).await;

    // A customer is made by a sale.
    drag(&page, "Anna", "Customer").await;
    page.see("Sale to Anna").await;
    page.fill("Amount", "250").await;
    page.click("Record sale").await;
    see_in_column(&page, "Customer", 1).await;

    // Only answers make a prospect of a lead, and dropped on a step they are asked.
    drag(&page, "Bram", "Offer").await;
    page.click("Ask them now").await;
    page.see("Added by hand").await;
}
