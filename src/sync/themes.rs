//! The themes of a year.

use super::drafts::gone;
use super::{Fault, Handbook, Memory};
use crate::domain::theme_plan::{PlannedTheme, ThemePlan};
use crate::exchange::draft::DraftName;
use crate::ports::Write;
use crate::record::{Body, Kind};

impl Memory {
    /// The plan of a year, empty where none was made. Plans must be loaded.
    pub fn theme_plan(&self, year: i32) -> ThemePlan {
        self.fold.theme_plan(year).unwrap_or_else(|| ThemePlan::empty(year))
    }
}

impl Handbook {
    /// Changes the plan of a year, as it stands by then, and makes it a fact of the branch.
    pub async fn edit_theme_plan(&self, year: i32, edit: impl Fn(&mut ThemePlan)) -> Result<(), Fault> {
        self.edit_theme_plan_with(year, edit, &[]).await
    }

    /// Enters a theme that was drafted, or changes the one with its id; the draft goes in the same commit.
    pub async fn put_drafted_theme(
        &self,
        year: i32,
        theme: PlannedTheme,
        draft: DraftName,
    ) -> Result<(), Fault> {
        self.edit_theme_plan_with(year, |plan| plan.put(theme.clone()), &[gone(draft)]).await
    }

    async fn edit_theme_plan_with(
        &self,
        year: i32,
        edit: impl Fn(&mut ThemePlan),
        rows: &[Write],
    ) -> Result<(), Fault> {
        self.load(Kind::ThemePlan).await?;
        let _turn = self.turn.lock().await;
        let now = self.now();
        self.act(|memory| {
            let mut plan = memory.theme_plan(year);
            edit(&mut plan);
            plan.check()?;
            let mut change = memory.stated(now, ThemePlan::about(year), Body::ThemePlan(plan))?;
            change.rows.extend_from_slice(rows);
            Ok((change, ()))
        })
        .await
    }
}
