//! Quy định, and a sentence for each rule that the text of one may break.

use crate::domain::regulation::Rule;

/// Quy định, and a sentence for each rule that the text of one may break.
pub struct RegulationsTexts {
    /// Title and tile.
    pub title: &'static str,
    /// Tile.
    pub note: &'static str,
    /// Above the list.
    pub lead: &'static str,
    /// Issuer, day of issue, first day.
    pub dates: fn(&str, &str, &str) -> String,
    /// Tag.
    pub in_use: &'static str,
    /// Tag.
    pub later: &'static str,
    /// Tag.
    pub superseded: &'static str,
    /// Button.
    pub choose: &'static str,
    /// When it is done.
    pub chosen: &'static str,
    /// Button.
    pub save: &'static str,
    /// Button.
    pub import: &'static str,
    /// Above the button.
    pub import_note: &'static str,
    /// When it is done, with the number.
    pub imported: fn(&str) -> String,
    /// Error.
    pub older: &'static str,
    /// Error with the line and the rule.
    pub wrong_line: fn(usize, &str) -> String,
    /// What is wrong there.
    pub rule: fn(Rule) -> String,
}

/// Vietnamese.
pub const VI: RegulationsTexts = RegulationsTexts {
    title: "Quy định",
    note: "Thời hạn, chấm điểm",
    lead: "Sổ nhắc hạn, lập chương trình và chấm điểm theo quy định đang dùng. Các kỳ họp đã thông báo giữ quy định cũ.",
    dates: |issuer, issued, from| {
        [issuer, ", ban hành ", issued, ", hiệu lực từ ", from].concat()
    },
    in_use: "Đang dùng",
    later: "Chưa đến ngày hiệu lực",
    superseded: "Đã có quy định thay thế",
    choose: "Dùng quy định này",
    chosen: "Từ nay chi bộ dùng quy định này",
    save: "Lưu tệp",
    import: "Nhập từ tệp",
    import_note: "Tệp chữ .txt do cấp ủy gửi. Muốn soạn mới, hãy lưu một tệp ở trên rồi sửa.",
    imported: |number| ["Đã nhập quy định ", number].concat(),
    older: "Chưa nhập: sổ đã có đúng quy định này hoặc bản mới hơn.",
    wrong_line: |line, rule| ["Chưa nhập. Dòng ", &line.to_string(), ": ", rule].concat(),
    rule: rule_vi,
};

fn rule_vi(rule: Rule) -> String {
    let words = match rule {
        Rule::Missing(name) => return ["thiếu ", name, "."].concat(),
        Rule::Range(least, most) => {
            return ["số phải từ ", &least.to_string(), " đến ", &most.to_string(), "."].concat();
        }
        Rule::Size => "tệp quá lớn.",
        Rule::LineLength => "dòng quá dài.",
        Rule::Characters => "có ký tự không đọc được. Hãy lưu tệp kiểu UTF-8.",
        Rule::Form => "cần viết “tên = giá trị”, “[phần]” hoặc lời ghi chú sau dấu #.",
        Rule::Outside => "dòng này đứng trước phần đầu tiên.",
        Rule::Section => "không có phần nào tên như vậy.",
        Rule::SectionOnce => "phần này đã ghi ở trên.",
        Rule::Name => "phần này không có dòng nào tên như vậy.",
        Rule::NameOnce => "dòng này ghi hai lần.",
        Rule::Value => "chưa ghi giá trị.",
        Rule::Id => "mã chỉ gồm chữ thường không dấu, số và gạch nối, tối đa 32 ký tự.",
        Rule::Day => "ngày phải ghi như 28/10/2025.",
        Rule::Number => "số hoặc đơn vị chưa đúng.",
        Rule::Share => "phải ghi như “trên 1/2” hoặc “từ 2/3”.",
        Rule::Choice => "không phải một trong các từ cho sẵn.",
        Rule::Count => "nhiều quá mức cho phép.",
        Rule::Effect => "ngày hiệu lực sớm hơn ngày ban hành.",
        Rule::Superseded => "quy định không thể tự thay thế chính nó.",
        Rule::Ratings => "mức xếp loại cao hơn phải bắt đầu từ điểm cao hơn.",
        Rule::Orphan => "mục phải đứng sau tiêu chí của nó.",
        Rule::Key => "khóa phải là số như 3.2, bắt đầu bằng khóa của tiêu chí.",
        Rule::KeyOnce => "khóa này đã dùng.",
        Rule::ItemSum => "các mục cộng lại không khớp điểm của tiêu chí.",
        Rule::CriterionSum => "các tiêu chí cộng lại không khớp tổng điểm.",
        Rule::Step => "bậc phải ghi như “từ 90%: 4; còn lại: 1”.",
        Rule::StepOrder => "các bậc phải giảm dần, cả tỷ lệ và điểm.",
        Rule::AboveMax => "điểm cao hơn điểm của mục.",
        Rule::Rate => "thang cần đúng một tỷ lệ trong căn cứ.",
        Rule::Business => "bước phải ghi “việc | số phút | nội dung”.",
        Rule::AgendaOnce => "loại chi bộ này đã có chương trình cho kỳ họp đó.",
        Rule::AgendaMissing => "còn loại chi bộ chưa có chương trình cho một kỳ họp.",
        Rule::Letters => "mỗi chữ cái ghi một lần, cách nhau bằng dấu cách.",
        Rule::FileName => "trong ngoặc nhọn chỉ ghi năm, tháng, ngày, loại, số, chi bộ.",
    };
    words.to_owned()
}

/// English.
pub const EN: RegulationsTexts = RegulationsTexts {
    title: "Regulations",
    note: "Deadlines, scoring",
    lead: "Reminders, agendas and scores follow the regulation in use. Meetings that were announced keep theirs.",
    dates: |issuer, issued, from| [issuer, ", issued ", issued, ", in effect from ", from].concat(),
    in_use: "In use",
    later: "Not in effect yet",
    superseded: "Superseded",
    choose: "Use this one",
    chosen: "The branch goes by this regulation now",
    save: "Save file",
    import: "Import a file",
    import_note: "A .txt file from your committee. To write one, save a file above and change it.",
    imported: |number| ["Imported ", number].concat(),
    older: "Not imported: this regulation or a newer version is here already.",
    wrong_line: |line, rule| ["Not imported. Line ", &line.to_string(), ": ", rule].concat(),
    rule: rule_en,
};

fn rule_en(rule: Rule) -> String {
    let words = match rule {
        Rule::Missing(name) => return [name, " is missing."].concat(),
        Rule::Range(least, most) => {
            return ["the number must lie between ", &least.to_string(), " and ", &most.to_string(), "."]
                .concat();
        }
        Rule::Size => "the file is too large.",
        Rule::LineLength => "the line is too long.",
        Rule::Characters => "there are characters that cannot be read. Save the file as UTF-8.",
        Rule::Form => "write “name = value”, “[section]” or a comment behind #.",
        Rule::Outside => "this stands before the first section.",
        Rule::Section => "there is no such section.",
        Rule::SectionOnce => "this section stands above already.",
        Rule::Name => "the section has no such name.",
        Rule::NameOnce => "this name stands twice.",
        Rule::Value => "there is no value.",
        Rule::Id => "an id has small letters, digits and hyphens, 32 at most.",
        Rule::Day => "a day is written like 28/10/2025.",
        Rule::Number => "the number or its unit is wrong.",
        Rule::Share => "write “trên 1/2” or “từ 2/3”.",
        Rule::Choice => "this is none of the words that are offered.",
        Rule::Count => "there are too many.",
        Rule::Effect => "it takes effect before it was issued.",
        Rule::Superseded => "it cannot supersede itself.",
        Rule::Ratings => "the better rating must begin at more points.",
        Rule::Orphan => "an item stands below its criterion.",
        Rule::Key => "a key is a number like 3.2 that begins with its criterion's.",
        Rule::KeyOnce => "this key is used already.",
        Rule::ItemSum => "the items do not add up to the criterion.",
        Rule::CriterionSum => "the criteria do not add up to the total.",
        Rule::Step => "write a scale like “từ 90%: 4; còn lại: 1”.",
        Rule::StepOrder => "steps go down, in rate and in points.",
        Rule::AboveMax => "these are more points than the item has.",
        Rule::Rate => "a scale needs one rate in its evidence.",
        Rule::Business => "a step is written “việc | phút | nội dung”.",
        Rule::AgendaOnce => "this kind of branch has an agenda for that meeting already.",
        Rule::AgendaMissing => "some kind of branch has no agenda for some meeting.",
        Rule::Letters => "each letter once, with spaces between.",
        Rule::FileName => "braces may hold năm, tháng, ngày, loại, số, chi bộ.",
    };
    words.to_owned()
}
