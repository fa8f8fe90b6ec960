//! The page as a person uses it: by what stands on it, with the pointer and the keys.

use std::time::{Duration, Instant};

use serde_json::Value;
use thirtyfour::prelude::*;

use super::{Desktop, PATIENCE};

/// The page in the window.
#[derive(Clone, Copy)]
pub struct Page<'a> {
    pub desktop: &'a Desktop,
    pub driver: &'a WebDriver,
}

/// A key with Ctrl held.
pub fn ctrl(key: &str) -> String {
    format!("{}{key}{}", Key::Control.value(), Key::Null.value())
}

impl Page<'_> {
    /// Waits for an element.
    pub async fn see_element(&self, css: &str) -> WebElement {
        self.until(&format!("the element {css}"), || async { self.driver.find(By::Css(css)).await.ok() }).await
    }

    /// Waits for an element that is found by what stands in it.
    pub async fn find(&self, xpath: &str) -> WebElement {
        self.until(&format!("the element {xpath}"), || async { self.driver.find(By::XPath(xpath)).await.ok() }).await
    }

    /// Waits until there is no such element.
    pub async fn no_element(&self, css: &str) {
        let gone = || async { self.driver.find_all(By::Css(css)).await.ok()?.is_empty().then_some(()) };
        self.until(&format!("{css} to go"), gone).await;
    }

    /// Waits until no dialog is open.
    pub async fn no_dialog(&self) {
        self.no_element("[role=dialog]").await;
    }

    /// Waits for an element and clicks on it.
    pub async fn press(&self, css: &str) {
        let pressed = || async { self.click_on(&self.driver.find(By::Css(css)).await.ok()?).await.ok() };
        self.until(&format!("{css} to be pressed"), pressed).await;
    }

    /// Waits for words anywhere on the page.
    pub async fn see(&self, words: &str) {
        self.until(&format!("the words {words:?}"), || async { self.text().await.contains(words).then_some(()) }).await;
    }

    /// Waits for one of these words.
    pub async fn see_any(&self, words: &[&str]) {
        self.until(&format!("one of {words:?}"), || async {
            let text = self.text().await;
            words.iter().any(|it| text.contains(it)).then_some(())
        })
        .await;
    }

    /// All words on the page.
    pub async fn text(&self) -> String {
        self.script("return document.body.innerText").await.as_str().unwrap_or_default().to_owned()
    }

    /// Clicks on an element. The driver misses it where everything is drawn larger, so that there a script clicks.
    pub async fn click_on(&self, element: &WebElement) -> WebDriverResult<()> {
        if self.script("return outerWidth / innerWidth > 1.05").await == true {
            self.driver.execute("arguments[0].click()", vec![element.to_json()?]).await?;
            return Ok(());
        }
        // Nor does it scroll to what lies just below the edge of the window.
        let scroll = "const { top, bottom } = arguments[0].getBoundingClientRect();
             if (top < 0 || bottom > innerHeight) arguments[0].scrollIntoView({ block: 'center' });";
        self.driver.execute(scroll, vec![element.to_json()?]).await?;
        element.click().await
    }

    /// Clicks the button with that name: its words, or what a screen reader says of it.
    pub async fn click(&self, name: &str) {
        let xpath = format!(
            "//*[self::button or @role='button' or @role='menuitem' or @role='option' or self::a]\
             [@aria-label={0} or normalize-space(.)={0} or .//*[normalize-space(text())={0}]]",
            quoted(name)
        );
        let mut why = String::from("it is not there");
        let start = Instant::now();
        loop {
            for element in self.driver.find_all(By::XPath(&xpath)).await.unwrap_or_default() {
                match self.click_on(&element).await {
                    Ok(()) => return,
                    Err(error) => why = error.to_string(),
                }
            }
            if start.elapsed() > PATIENCE {
                self.desktop.fail(&format!("the button {name:?} could not be pressed: {why}"));
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Chooses the box or the button of a choice by the words beside it.
    pub async fn click_label(&self, words: &str) {
        let xpath = format!("//label[normalize-space(.)={}]//input", quoted(words));
        self.until(&format!("the choice {words:?}"), || async {
            self.driver.find(By::XPath(&xpath)).await.ok()?.click().await.ok()
        })
        .await;
    }

    /// Types into the field with that label, in place of what stood there.
    pub async fn fill(&self, label: &str, text: &str) {
        let xpath = format!(
            "//*[self::input or self::textarea][@aria-label={0} or @id=//label[normalize-space(.)={0}]/@for]",
            quoted(label)
        );
        self.until(&format!("the field {label:?}"), || async {
            let element = self.driver.find(By::XPath(&xpath)).await.ok()?;
            element.clear().await.ok()?;
            // A line break is a press on Enter; the driver drops it otherwise.
            element.send_keys(text.replace('\n', &Key::Enter.value().to_string())).await.ok()
        })
        .await;
    }

    /// Adds a lead with that first name, whose page then stands there.
    pub async fn add_lead(&self, given: &str) {
        self.keys("n").await;
        self.fill("First name", given).await;
        self.click("Add lead").await;
        // The page of somebody else may have stood there.
        self.find(&format!("//h1[normalize-space(.)={}]", quoted(given))).await;
        self.see("Added by hand").await;
    }

    /// Plans a follow-up today for the person whose page stands there.
    pub async fn plan(&self, what: &str, time: &str) {
        self.click("Add a follow-up").await;
        self.fill("What to do", what).await;
        self.fill("Time", time).await;
        self.click("Today").await;
        self.click("Save").await;
        self.see("Follow-up planned").await;
        // In a dialog the keys that go elsewhere rest.
        self.no_dialog().await;
    }

    /// Chooses from the list with that label.
    pub async fn choose(&self, label: &str, option: &str) {
        let xpath = format!(
            "//select[@aria-label={0} or @id=//label[normalize-space(.)={0}]/@for]/option[normalize-space(.)={1}]",
            quoted(label),
            quoted(option)
        );
        self.until(&format!("{option:?} in {label:?}"), || async {
            self.driver.find(By::XPath(&xpath)).await.ok()?.click().await.ok()
        })
        .await;
    }

    /// Gives the window a size, as dragging its border does.
    pub async fn resize(&self, width: u32, height: u32) {
        self.resize_zoomed(width, height, 100).await;
    }

    /// The same where everything is drawn so large, in percent.
    pub async fn resize_zoomed(&self, width: u32, height: u32, zoom: u32) {
        if let Err(error) = self.driver.set_window_rect(0, 0, width, height).await {
            self.desktop.fail(&format!("the window took no other size: {error}"));
        }
        // The window manager's frame takes a little of it.
        let wide = format!("innerWidth * {zoom} / 100");
        let taken = format!("return {wide} <= {width} + 1 && {wide} > {width} - 20");
        self.until("the new size", || async { (self.script(&taken).await == true).then_some(()) }).await;
    }

    /// Presses keys where the focus is.
    pub async fn keys(&self, keys: &str) {
        // The focused element may be drawn anew between the question and the press.
        self.until("the focus", || async { self.driver.active_element().await.ok()?.send_keys(keys).await.ok() }).await;
    }

    /// Runs a script in the page.
    pub async fn script(&self, script: &str) -> Value {
        match self.driver.execute(script, Vec::new()).await {
            Ok(result) => result.json().clone(),
            Err(error) => self.desktop.fail(&format!("a script did not run: {error}")),
        }
    }

    /// Waits until something is there.
    pub async fn until<T, F>(&self, what: &str, look: impl Fn() -> F) -> T
    where
        F: Future<Output = Option<T>>,
    {
        let start = Instant::now();
        loop {
            if let Some(found) = look().await {
                return found;
            }
            if start.elapsed() > PATIENCE {
                let text = self.text().await;
                self.desktop.fail(&format!("waited too long for {what}; the page says:\n{text}"));
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

/// A text as XPath writes it.
fn quoted(text: &str) -> String {
    if text.contains('\'') { format!("\"{text}\"") } else { format!("'{text}'") }
}
