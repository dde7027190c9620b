//! Mathematics: LaTeX between dollars becomes MathML, which browsers set and screen readers read without a script.
//!
//! Bounded: a formula of which more is asked than a post needs, or that cannot be read, is shown as the code it is.

use std::sync::LazyLock;

use math_core::{LatexToMathML, MathCoreConfig, MathDisplay};

/// Longest formula, in bytes.
const MAX_LATEX: usize = 2_000;
/// Most commands and braces of a formula: each can lead the parser one step deeper.
const MAX_STEPS: usize = 200;
/// The parser goes down the stack with each step: so much is enough for the most steps there can be, and it is a thread's
/// own, because a worker has less.
const STACK: usize = 64 * 1024 * 1024;
/// Texts with more dollars than this hold prices or an attack: the search for the end of a formula begins at each.
pub const MAX_DOLLARS: usize = 400;

static CONVERTER: LazyLock<Option<LatexToMathML>> =
    LazyLock::new(|| LatexToMathML::new(MathCoreConfig::default()).ok());

/// MathML of a formula, on a line of its own (`display`) or among words; none when it cannot be read.
pub fn mathml(latex: &str, display: bool) -> Option<String> {
    if !is_measured(latex) {
        return None;
    }
    let display = if display {
        MathDisplay::Block
    } else {
        MathDisplay::Inline
    };
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK);
        let converting = thread.spawn_scoped(scope, || convert(latex, display));
        converting.ok()?.join().ok()?
    })
}

fn convert(latex: &str, display: MathDisplay) -> Option<String> {
    let converter = CONVERTER.as_ref()?;
    let done = converter.convert_with_local_state(latex, display).ok()?;
    Some(done.mathml)
}

/// Whether what stands between two dollars begins as an amount and goes on as words: prices, not a formula.
pub fn is_price(latex: &str) -> bool {
    latex.starts_with(|c: char| c.is_ascii_digit())
        && latex.contains(char::is_whitespace)
        && !latex.contains(['\\', '^', '_', '=', '+', '*', '/', '<', '>', '{'])
}

fn is_measured(latex: &str) -> bool {
    let deeper = |b: &u8| matches!(b, b'\\' | b'{' | b'^' | b'_' | b'&');
    latex.len() <= MAX_LATEX && latex.bytes().filter(|b| deeper(b)).count() <= MAX_STEPS
}

/// Elements of MathML that may stand in a post: those that set something. None holds other markup or leads elsewhere.
pub const TAGS: [&str; 26] = [
    "math",
    "mfrac",
    "mi",
    "mmultiscripts",
    "mn",
    "mo",
    "mover",
    "mpadded",
    "mphantom",
    "mprescripts",
    "mroot",
    "mrow",
    "ms",
    "mspace",
    "msqrt",
    "mstyle",
    "msub",
    "msubsup",
    "msup",
    "mtable",
    "mtd",
    "mtext",
    "mtr",
    "munder",
    "munderover",
    "merror",
];

/// Attributes of those elements: sizes and spaces, and how operators behave.
pub const ATTRIBUTES: [&str; 27] = [
    "accent",
    "accentunder",
    "columnalign",
    "columnspacing",
    "columnspan",
    "depth",
    "display",
    "displaystyle",
    "fence",
    "form",
    "height",
    "largeop",
    "linethickness",
    "lspace",
    "mathvariant",
    "maxsize",
    "minsize",
    "movablelimits",
    "rowspacing",
    "rowspan",
    "rspace",
    "scriptlevel",
    "separator",
    "stretchy",
    "symmetric",
    "voffset",
    "width",
];

/// Whether a value of such an attribute is a word, a number or a length, as all of them are.
pub fn is_plain(value: &str) -> bool {
    value.len() <= 40
        && value
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"-+.% ".contains(&b))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn formulas_become_mathml() {
        let inline = mathml(r"E = mc^2", false).unwrap();
        assert!(
            inline.starts_with("<math>") && inline.contains("<msup>"),
            "{inline}"
        );
        let block = mathml(r"\sum_{i=1}^n \frac{x_i}{\sqrt{n}}", true).unwrap();
        assert!(
            block.contains(r#"display="block""#) && block.contains("<mfrac>"),
            "{block}"
        );
    }

    #[test]
    fn what_cannot_be_read_is_none() {
        for latex in [r"\nosuchcommand{x}", r"\frac{1}", "{", r"\begin{matrix} 1"] {
            assert_eq!(mathml(latex, false), None, "{latex}");
        }
    }

    #[test]
    fn what_nests_beyond_measure_is_not_even_tried() {
        for deep in ["{", r"\sqrt", "x_{", r"\left(", r"\frac"] {
            assert_eq!(mathml(&deep.repeat(20_000), true), None);
            // At the limit the parser still has to come back, on the stack of a worker.
            let most = deep.repeat(MAX_STEPS / 2);
            drop(mathml(&most, true));
            drop(mathml(
                &format!("{most}x{}", "}".repeat(MAX_STEPS / 2)),
                true,
            ));
        }
        assert_eq!(mathml(&"x".repeat(MAX_LATEX + 1), false), None);
    }
}
