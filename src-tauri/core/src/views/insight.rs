//! The figures of Insights, and the people behind each of them.

use rappel_domain::ids::{SourceId, StepId};
use rappel_domain::insight::{Kept, Stop};
use rappel_domain::period::{Part, Period, Span};
use rappel_domain::sale::Money;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// From where the people came that the figures are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FromSource {
    /// From anywhere.
    Any,
    /// From one source.
    Source {
        /// Which one.
        source: SourceId,
    },
    /// From no source that is known.
    None,
}

/// What the figures are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InsightQuery {
    /// When.
    pub period: Period,
    /// From where.
    pub source: FromSource,
}

/// The leads of a period and what became of them. Each number holds the next.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FunnelCounts {
    /// Who came in.
    pub leads: u32,
    /// Who of them became a prospect.
    pub prospects: u32,
    /// Who of them bought.
    pub customers: u32,
    /// Who of them bought on two or more days.
    pub repeat_customers: u32,
}

impl std::ops::AddAssign for FunnelCounts {
    fn add_assign(&mut self, other: Self) {
        self.leads += other.leads;
        self.prospects += other.prospects;
        self.customers += other.customers;
        self.repeat_customers += other.repeat_customers;
    }
}

/// Within how many days half of them had it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MedianDays {
    /// The days.
    pub days: u32,
    /// Of how many people.
    pub people: u32,
}

/// From lead to repeat customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FunnelInsight {
    /// The days of the period.
    pub span: Span,
    /// The leads of the period.
    pub counts: FunnelCounts,
    /// How many leads came in during the period before; none where there is none.
    pub leads_before: Option<u32>,
    /// From coming in to being a prospect.
    pub to_prospect: Option<MedianDays>,
    /// From coming in to the first sale.
    pub to_customer: Option<MedianDays>,
    /// Nobody ever came in, in any period.
    pub empty: bool,
}

/// The leads of one month or year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Cohort {
    /// Its days.
    pub span: Span,
    /// Its leads and what became of them.
    pub counts: FunnelCounts,
}

/// The leads by when they came in, the oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CohortInsight {
    /// Months or years.
    pub part: Part,
    /// One after the other.
    pub cohorts: Vec<Cohort>,
}

/// What one source brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SourceInsight {
    /// The source; none for those without one.
    pub source: Option<SourceId>,
    /// Its name; empty for none.
    pub name: String,
    /// The leads of the period that came from it.
    pub counts: FunnelCounts,
    /// What these leads bought, whenever it was, each currency by itself.
    pub sold: Vec<Money>,
    /// What the source cost for each prospect that it ever brought, as its cost is that of all time.
    pub cost_per_prospect: Option<Money>,
}

/// Talks, with the minutes where they were noted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TalkCounts {
    /// Conversations; an attempt without an answer is none.
    pub talks: u32,
    /// Those with people of whom nobody had asked anything.
    pub unasked: u32,
    /// The minutes of all.
    #[ts(type = "number")]
    pub minutes: i64,
    /// The minutes of the unasked.
    #[ts(type = "number")]
    pub unasked_minutes: i64,
}

/// How much of the talk went to people who were never qualified.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TalkInsight {
    /// In the period.
    pub now: TalkCounts,
    /// In the period before.
    pub before: Option<TalkCounts>,
}

/// Follow-ups by what became of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PromiseCounts {
    /// Done on the day or before.
    pub kept: u32,
    /// Put off.
    pub moved: u32,
    /// Done later, or still open.
    pub missed: u32,
}

/// The follow-ups that were promised for a day of the period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PromiseInsight {
    /// In the period.
    pub now: PromiseCounts,
    /// In the period before.
    pub before: Option<PromiseCounts>,
}

/// The sales of one month or year.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PartSales {
    /// How many.
    pub sales: u32,
    /// For how much, in minor units.
    #[ts(type = "number")]
    pub minor: i64,
}

/// The sales in one currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CurrencySales {
    /// In all.
    pub total: Money,
    /// How many.
    pub sales: u32,
    /// Each month or year, in their order.
    pub parts: Vec<PartSales>,
}

/// The sales of the period. Amounts are never added across currencies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SalesInsight {
    /// Months or years.
    pub part: Part,
    /// Their days, the oldest first.
    pub spans: Vec<Span>,
    /// Each currency by itself, the one with the most sales first.
    pub currencies: Vec<CurrencySales>,
}

/// How many stop at one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StopCount {
    /// Where.
    pub stop: Stop,
    /// The step, in the sales phase.
    pub step: Option<StepId>,
    /// Its name.
    pub step_name: String,
    /// How many people.
    pub people: u32,
    /// How many of them stand in the step for longer than is usual.
    pub over: u32,
}

/// Where the leads of a period stand who have not bought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StopInsight {
    /// In the order of the process; places where nobody stands are left out.
    pub stops: Vec<StopCount>,
}

/// A number on the screen behind which there are people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Figure {
    /// Who came in during the period.
    Leads,
    /// Who of them became a prospect.
    Prospects,
    /// Who of them bought.
    Customers,
    /// Who of them bought on two or more days.
    RepeatCustomers,
    /// Who was talked to in the period.
    Talks,
    /// Who was talked to before anything was asked.
    UnaskedTalks,
    /// To whom a follow-up was promised for a day of the period.
    Promises {
        /// And what became of it.
        kept: Kept,
    },
    /// Who bought in the period.
    Sales {
        /// In this currency.
        currency: String,
    },
    /// Who of the leads of the period stops there.
    Stopped {
        /// Where.
        stop: Stop,
        /// In which step, in the sales phase.
        step: Option<StepId>,
        /// Only those who stand there for longer than is usual.
        over: bool,
    },
}

/// The people behind a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Behind {
    /// Which figure.
    pub figure: Figure,
    /// Of which period.
    pub period: Period,
    /// From where.
    pub source: FromSource,
}
