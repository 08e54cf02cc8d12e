//! Whole commands as cases in data, and the commands in the README.

#[test]
fn the_commands_in_the_readme_and_in_the_cases_say_what_is_written_there() {
    trycmd::TestCases::new()
        .env("IPS_LANG", "nl")
        .env("IPS_DIR", "")
        .case("README.md")
        .case("tests/cmd/*.md");
}
