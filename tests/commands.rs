//! Whole commands as cases in data, and the commands in the README and the guide.

use ips::lang::Lang;

#[test]
fn the_commands_in_the_cases_say_what_is_written_there() {
    trycmd::TestCases::new()
        .env("IPS_LANG", "nl")
        .env("IPS_DIR", "")
        .case("tests/cmd/*.md");
}

#[test]
fn the_commands_in_the_readme_say_what_is_written_there() {
    trycmd::TestCases::new()
        .env("IPS_LANG", "en")
        .env("IPS_DIR", "")
        .case("README.md");
}

/// The guide speaks of the folder that a team is in.
#[test]
fn the_commands_in_the_guide_say_what_is_written_there() {
    for lang in Lang::ALL {
        trycmd::TestCases::new()
            .env("IPS_LANG", lang.code())
            .env("IPS_DIR", "examples")
            .case(format!("data/guide.{}.md", lang.code()));
    }
}
