package org.vizgate.protocol;

import java.util.Set;

/**
 * Schemes that are no application's own (RFC 8252 section 7.1), so that no redirect URI may have one, whatever a setting
 * says: they run code, read files, or hand the answer to another program. {@code http} and {@code https} have rules of
 * their own.
 */
public final class ReservedSchemes {
    private static final Set<String> ALL = Set.of(
            "javascript",
            "data",
            "vbscript",
            "file",
            "blob",
            "filesystem",
            "about",
            "ws",
            "wss",
            "ftp",
            "ftps",
            "sftp",
            "mailto",
            "tel",
            "sms",
            "view-source",
            "jar",
            "intent",
            "content",
            "resource",
            "chrome",
            "edge",
            "ms-settings",
            "ldap",
            "ldaps",
            "ssh",
            "telnet",
            "urn",
            "cid",
            "mid");

    private ReservedSchemes() {}

    /** @param scheme in lower case */
    public static boolean contains(String scheme) {
        return ALL.contains(scheme);
    }
}
