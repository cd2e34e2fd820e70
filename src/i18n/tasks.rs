//! Texts of tasks.

/// Texts.
pub struct TasksTexts {
    /// Title.
    pub title: &'static str,
}

/// Vietnamese.
pub const VI: TasksTexts = TasksTexts { title: "" };

/// English.
pub const EN: TasksTexts = TasksTexts { title: "" };
