package org.vizgate.config;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.vizgate.protocol.ReservedSchemes;
import org.vizgate.session.Secret;

import static org.vizgate.config.SettingKey.OAUTH_BLOCKED_CLIENTS;
import static org.vizgate.config.SettingKey.OAUTH_BLOCKED_USERS;
import static org.vizgate.config.SettingKey.OAUTH_CLIENTS_FILE;
import static org.vizgate.config.SettingKey.OAUTH_CLIENT_ID_SECRET_PAIRS;
import static org.vizgate.config.SettingKey.OAUTH_CLIENT_METADATA;
import static org.vizgate.config.SettingKey.OAUTH_CONSENT;
import static org.vizgate.config.SettingKey.OAUTH_DYNAMIC_REGISTRATION;
import static org.vizgate.config.SettingKey.OAUTH_REDIRECT_SCHEMES;

/** Reads who may ask for tokens. */
final class ClientReader {
    // RFC 6749 appendix A.1 and A.2, without the colon and the comma that separate.
    private static final Pattern PAIR = Pattern.compile("([\\x20-\\x7E&&[^:,]]+):([\\x20-\\x7E&&[^:,]]+)");
    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*");
    // A name with a dot in it, no wildcard and no address: the last label begins with a letter.
    private static final Pattern METADATA_HOST =
            Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]([a-z0-9-]*[a-z0-9])?(:[1-9][0-9]{0,4})?");
    private static final Pattern LUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String METADATA_REMEDY =
            "Write off, any, or host names such as client.example.org, with commas between them";
    private static final String HTTPS_PORT = ":443";
    private static final Set<String> WEB = Set.of("http", "https");

    private final Lookup lookup;

    ClientReader(Lookup lookup) {
        this.lookup = lookup;
    }

    Settings.Clients read() {
        return new Settings.Clients(
                lookup.secret(OAUTH_CLIENT_ID_SECRET_PAIRS, ClientReader::pairs).orElse(Map.of()),
                lookup.file(OAUTH_CLIENTS_FILE, text -> text),
                lookup.flag(OAUTH_DYNAMIC_REGISTRATION),
                lookup.value(OAUTH_CLIENT_METADATA, ClientReader::metadataHosts),
                new LinkedHashSet<>(lookup.list(OAUTH_BLOCKED_CLIENTS, Words.COMMA_OR_BLANK, text -> text)),
                new LinkedHashSet<>(lookup.list(OAUTH_BLOCKED_USERS, Words.COMMA_OR_BLANK, ClientReader::luid)),
                redirectSchemes(),
                lookup.value(OAUTH_CONSENT, Words.constantOf(Settings.Consent.class)));
    }

    // The name of a user would block nobody, and somebody would rely on it.
    private static String luid(String text) {
        String luid = Words.lower(text);
        if (!LUID.matcher(luid).matches()) {
            throw new Misfit(
                    "is not the LUID of a user",
                    "Write it as the audit log does behind user=, such as 7d0c3a52-1111-4f6e-9b1a-0a0b0c0d0e0f");
        }
        return luid;
    }

    // Off is nothing, any is a list without a host.
    private static Optional<Set<String>> metadataHosts(String text) {
        String words = Words.lower(text);
        if (words.equals("off")) {
            return Optional.empty();
        }
        Set<String> hosts = new LinkedHashSet<>();
        if (words.equals("any")) {
            return Optional.of(hosts);
        }
        Words.COMMA_OR_BLANK
                .splitAsStream(words)
                .filter(host -> !host.isEmpty())
                .map(ClientReader::metadataHost)
                .forEach(hosts::add);
        if (hosts.isEmpty()) {
            throw new Misfit("names no host", METADATA_REMEDY);
        }
        return Optional.of(hosts);
    }

    private static String metadataHost(String host) {
        if (!METADATA_HOST.matcher(host).matches()) {
            throw new Misfit("is not a list of host names", METADATA_REMEDY);
        }
        return host.endsWith(HTTPS_PORT) ? host.substring(0, host.length() - HTTPS_PORT.length()) : host;
    }

    private static Map<String, Secret> pairs(String text) {
        Map<String, Secret> pairs = new LinkedHashMap<>();
        Set<String> secrets = new HashSet<>();
        String[] parts = text.split(",", -1);
        for (int i = 0; i < parts.length; i++) {
            // Pairs are called by their place: a part that is no pair may well be a secret.
            String which = "pair " + (i + 1);
            Matcher pair = PAIR.matcher(parts[i].strip());
            if (!pair.matches()) {
                throw new Misfit(
                        "has a " + which + " that is not an id, a colon and a secret",
                        "Write id1:secret1,id2:secret2 in printable ASCII; neither may have a colon or a comma");
            }
            if (!secrets.add(pair.group(2)) || pairs.put(pair.group(1), Secret.of(pair.group(2))) != null) {
                throw new Misfit(
                        "repeats an id or a secret in " + which, "Give every client an id and a secret of its own");
            }
        }
        return pairs;
    }

    // A list of which nothing remains narrows to nothing: an empty optional would allow every scheme.
    private Optional<Set<String>> redirectSchemes() {
        Set<String> schemes =
                new LinkedHashSet<>(lookup.list(OAUTH_REDIRECT_SCHEMES, Words.COMMA_OR_BLANK, ClientReader::scheme));
        return lookup.has(OAUTH_REDIRECT_SCHEMES) ? Optional.of(schemes) : Optional.empty();
    }

    private static String scheme(String text) {
        String scheme = Words.lower(text);
        if (!SCHEME.matcher(scheme).matches()) {
            throw new Misfit("is not the name of a scheme", "Write the name alone, such as com.example.app");
        }
        if (WEB.contains(scheme) || ReservedSchemes.contains(scheme)) {
            throw new Misfit(
                    "is not an application's own scheme",
                    "Remove it: https and loopback http need no mention, and the others are never allowed");
        }
        return scheme;
    }
}
