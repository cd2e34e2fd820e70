//! Options of the form `--name VALUE`.

use crate::failure::{Failure, Result};

/// The values of `names` in `arguments`, in the order of `names`. Anything else is refused.
pub fn options<const N: usize>(arguments: &[String], names: [&str; N]) -> Result<[Option<String>; N]> {
    let mut values = [const { None }; N];
    let mut rest = arguments.iter();
    while let Some(name) = rest.next() {
        let Some(at) = names.iter().position(|known| known == name) else {
            return Err(Failure::from(format!("unknown argument {name}; known: {}", names.join(", "))));
        };
        let Some(value) = rest.next() else {
            return Err(Failure::from(format!("{name} needs a value")));
        };
        values[at] = Some(value.clone());
    }
    Ok(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn values_come_in_the_order_of_the_names() {
        let [first, second] = options(&words("--b 2 --a 1"), ["--a", "--b"]).unwrap();
        assert_eq!((first.as_deref(), second.as_deref()), (Some("1"), Some("2")));
    }

    #[test]
    fn an_unknown_name_or_a_missing_value_is_refused() {
        assert!(options(&words("--c 3"), ["--a"]).is_err());
        assert!(options(&words("--a"), ["--a"]).is_err());
    }
}
