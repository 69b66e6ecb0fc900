package org.vizgate.standin.data;

/** Which of Tableau's two products is pretended; they let people in by different ways. */
public enum Flavour {
    /** One's own Tableau Server: passwords, impersonation, a Default site, several sites in one session. */
    SERVER,
    /** Tableau Cloud: neither of these, but unified access tokens, and Cloud Manager. */
    CLOUD
}
