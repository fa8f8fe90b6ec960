//! Many starts at once, as by an impatient finger.

use std::cell::RefCell;

use crate::harness::Desktop;

#[tokio::test(flavor = "multi_thread")]
async fn of_many_starts_at_once_one_stays_and_the_others_leave_in_peace() {
    let desktop = Desktop::closed("starts");
    let running = RefCell::new((0..12).map(|_| desktop.start_alone(&["--hidden"])).collect::<Vec<_>>());
    desktop
        .wait_long("one with the data, and all others to end", || {
            let mut running = running.borrow_mut();
            running.retain_mut(|start| match start.try_wait().expect("its state") {
                Some(ended) => {
                    assert!(ended.success(), "a start that was one too many ended with {ended}");
                    false
                }
                None => true,
            });
            matches!(&running[..], [one] if desktop.holds_data(one))
        })
        .await;
    assert!(desktop.windows().is_empty(), "nobody was told anything");
}
