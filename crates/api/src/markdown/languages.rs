//! Languages that code is coloured for: their names after a fence, their words, quotes and remarks.

/// How a language is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Words, strings, numbers.
    Words,
    /// Tags.
    Markup,
    /// Lines that came and went.
    Changes,
}

/// A language.
#[derive(Debug)]
pub struct Language {
    /// As they are written after a fence, separated by spaces.
    pub names: &'static str,
    /// How it is read.
    pub shape: Shape,
    /// Separated by spaces.
    pub keywords: &'static str,
    /// Whether its words mean the same in capitals.
    pub any_case: bool,
    /// The longer ones first.
    pub quotes: &'static [&'static str],
    /// What makes the rest of a line a remark.
    pub line_remarks: &'static [&'static str],
    /// What remarks stand between.
    pub remark: Option<(&'static str, &'static str)>,
    /// Characters that words may begin with beside letters.
    pub sigils: &'static str,
}

/// The language of this name, in any case.
pub fn language(name: &str) -> Option<&'static Language> {
    let name = name.to_ascii_lowercase();
    LANGUAGES
        .iter()
        .find(|language| language.names.split(' ').any(|known| known == name))
        .filter(|_| !name.is_empty())
}

const SLASHES: &[&str] = &["//"];
const HASH: &[&str] = &["#"];
const STARS: Option<(&str, &str)> = Some(("/*", "*/"));
const BOTH: &[&str] = &["\"", "'"];
const DOUBLE: &[&str] = &["\""];

const fn braces(
    names: &'static str,
    quotes: &'static [&'static str],
    keywords: &'static str,
) -> Language {
    Language {
        names,
        shape: Shape::Words,
        keywords,
        any_case: false,
        quotes,
        line_remarks: SLASHES,
        remark: STARS,
        sigils: "",
    }
}

const fn hashed(
    names: &'static str,
    quotes: &'static [&'static str],
    keywords: &'static str,
) -> Language {
    Language {
        line_remarks: HASH,
        remark: None,
        ..braces(names, quotes, keywords)
    }
}

const fn shaped(
    names: &'static str,
    shape: Shape,
    remark: Option<(&'static str, &'static str)>,
) -> Language {
    Language {
        shape,
        line_remarks: &[],
        remark,
        ..braces(names, &[], "")
    }
}

/// All of them.
pub static LANGUAGES: [Language; 22] = [
    braces(
        "rust rs",
        DOUBLE,
        "as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod move mut pub ref return self Self static struct super trait true type unsafe use where while",
    ),
    braces(
        "javascript js jsx typescript ts tsx mjs",
        &["\"", "'", "`"],
        "abstract as async await break case catch class const continue declare default delete do else enum export extends false finally for from function get if implements import in instanceof interface let new null of private protected public readonly return set static super switch this throw true try type typeof undefined var void while with yield",
    ),
    braces(
        "java",
        &["\"\"\"", "\"", "'"],
        "abstract assert boolean break byte case catch char class const continue default do double else enum extends false final finally float for if implements import instanceof int interface long native new null package permits private protected public record return sealed short static super switch synchronized this throw throws transient true try var void volatile while yield",
    ),
    braces(
        "kotlin kt",
        &["\"\"\"", "\"", "'"],
        "abstract as break by class companion const continue data do else enum false final for fun if import in init inline interface internal is it lateinit null object open operator out override package private protected public return sealed super suspend this throw true try typealias val var vararg when where while",
    ),
    braces(
        "c h cpp c++ cc hpp",
        BOTH,
        "alignas auto bool break case catch char class const constexpr continue default delete do double else enum explicit extern false float for friend goto if inline int long namespace new noexcept nullptr operator override private protected public return short signed sizeof static static_assert struct switch template this throw true try typedef typename union unsigned using virtual void volatile while",
    ),
    braces(
        "csharp cs c#",
        &["\"\"\"", "\"", "'"],
        "abstract as async await base bool break byte case catch char checked class const continue decimal default delegate do double else enum event explicit extern false finally fixed float for foreach get if implicit in int interface internal is lock long namespace new null object operator out override params private protected public readonly record ref return sealed set short static string struct switch this throw true try typeof uint ulong using var virtual void volatile when where while yield",
    ),
    braces(
        "go golang",
        &["\"", "'", "`"],
        "any bool break byte case chan const continue default defer else error fallthrough false float64 for func go goto if import int int64 interface map nil package range return rune select string struct switch true type uint var",
    ),
    braces(
        "swift",
        &["\"\"\"", "\""],
        "actor as async await break case catch class continue default defer deinit do else enum extension false fileprivate final for func guard if import in init inout internal is lazy let mutating nil open override private protocol public repeat return self Self static struct super switch throw throws true try typealias var weak where while",
    ),
    Language {
        sigils: "$",
        line_remarks: &["//", "#"],
        ..braces(
            "php",
            BOTH,
            "abstract and array as break case catch class clone const continue declare default do echo else elseif empty enum extends false final finally fn for foreach function global if implements include instanceof interface isset match namespace new null or print private protected public readonly require return static switch this throw trait true try unset use var while yield",
        )
    },
    hashed(
        "python py",
        &["\"\"\"", "'''", "\"", "'"],
        "and as assert async await break case class continue def del elif else except False finally for from global if import in is lambda match None nonlocal not or pass raise return self True try while with yield",
    ),
    hashed(
        "ruby rb",
        BOTH,
        "alias and begin break case class def defined? do else elsif end ensure false for if in module next nil not or redo rescue retry return self super then true undef unless until when while yield",
    ),
    Language {
        sigils: "$",
        ..hashed(
            "bash sh shell zsh console",
            BOTH,
            "alias break case cd continue do done echo elif else esac eval exec exit export fi for function if in local read return set shift sudo then trap unset until while",
        )
    },
    Language {
        sigils: "$",
        any_case: true,
        remark: Some(("<#", "#>")),
        ..hashed(
            "powershell ps1 pwsh",
            BOTH,
            "begin break catch class continue do else elseif end enum exit finally for foreach from function if in param process return switch throw trap try until using while",
        )
    },
    Language {
        any_case: true,
        line_remarks: &["--"],
        ..braces(
            "sql postgresql sqlite mysql",
            &["'", "\""],
            "add all alter and any as asc begin between bigint boolean by case check column commit constraint create cross date default delete desc distinct drop else end exists false for foreign from full group having if in index inner insert int integer into is join key left like limit not null numeric offset on or order outer over partition primary references right rollback select set table text then timestamp true truncate union unique update using values varchar view when where with",
        )
    },
    braces("json jsonc json5", DOUBLE, "false null true"),
    hashed("yaml yml", BOTH, "false no null off on true yes"),
    hashed("toml", &["\"\"\"", "'''", "\"", "'"], "false true"),
    Language {
        line_remarks: &[";", "#"],
        ..hashed(
            "ini conf properties env",
            DOUBLE,
            "false no off on true yes",
        )
    },
    hashed(
        "dockerfile docker",
        BOTH,
        "ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL RUN SHELL STOPSIGNAL USER VOLUME WORKDIR AS",
    ),
    Language {
        sigils: "@",
        line_remarks: &[],
        ..braces(
            "css scss less",
            BOTH,
            "@media @import @layer @font-face @keyframes @supports @use @include @mixin",
        )
    },
    shaped(
        "html xml svg vue markup",
        Shape::Markup,
        Some(("<!--", "-->")),
    ),
    shaped("diff patch", Shape::Changes, None),
];
