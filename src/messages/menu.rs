//! What is said to someone at a terminal who didn't ask for it: below a long text, and by `ips` alone.

use super::messages;

messages! {
    pager_keys() { nl: " Enter verder   q stoppen", en: " Enter go on   q stop" }
}
