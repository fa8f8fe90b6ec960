//! The page by the keys alone: from one thing to the next with Tab, and whether one sees where one is.

use serde_json::Value;
use thirtyfour::Key;

use super::Page;

/// So many stops are gone past in search of one.
const MOST_STOPS: usize = 150;

/// What has the focus: its name as a screen reader says it, and whether it shows that it has the focus. A list shows it on its row, a
/// field on what stands around it.
const STOP: &str = "
    const it = document.activeElement;
    if (!it || it === document.body) return null;
    const ringed = (at) => {
      const style = getComputedStyle(at);
      return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
    };
    const row = document.getElementById(it.getAttribute('aria-activedescendant') ?? '');
    const shown = ringed(it)
      || (it.parentElement?.matches(':focus-within') && ringed(it.parentElement))
      || (row && getComputedStyle(row).boxShadow.includes('inset'));
    const said = it.getAttribute('aria-label') ?? [...(it.labels ?? [])].map((label) => label.innerText).join(' ');
    return [(said || it.innerText || it.title || '').trim().replace(/\\s+/g, ' '), Boolean(shown), it.outerHTML.slice(0, 160)]";

impl Page<'_> {
    /// Presses one key.
    pub async fn key(&self, key: Key) {
        self.keys(&key.value().to_string()).await;
    }

    /// What has the focus, which has to show it; nothing where nothing has it.
    pub async fn stop(&self) -> Option<String> {
        let Value::Array(found) = self.script(STOP).await else { return None };
        if found[1] != true {
            self.desktop.fail(&format!("nobody sees that the keys are on {}", found[2]));
        }
        Some(found[0].as_str().unwrap_or_default().to_owned())
    }

    /// Goes with Tab to what bears that name.
    pub async fn tab_to(&self, name: &str) {
        self.tab(name, |stop| stop == solid(name)).await;
    }

    /// Goes with Tab to the first in whose name these words are.
    pub async fn tab_to_some(&self, words: &str) {
        self.tab(words, |stop| stop.contains(&solid(words))).await;
    }

    async fn tab(&self, name: &str, is_it: impl Fn(&str) -> bool) {
        let mut past = Vec::new();
        while past.len() < MOST_STOPS {
            self.key(Key::Tab).await;
            let stop = self.stop().await.unwrap_or_default();
            if is_it(&solid(&stop)) {
                return;
            }
            past.push(stop);
        }
        self.desktop.fail(&format!("Tab never comes to {name:?}; it stops at {past:?}"));
    }

    /// Goes with Tab to the button of that name and presses Enter.
    pub async fn enter(&self, name: &str) {
        self.tab_to(name).await;
        self.key(Key::Enter).await;
    }
}

/// Without its blanks: what stands in a name apart only by its style has none.
fn solid(name: &str) -> String {
    name.split_whitespace().collect()
}
