package org.vizgate.standin.rest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vizgate.standin.http.Call;

/**
 * What a sign-in holds: one credential, a site, and perhaps somebody to impersonate. What the version asked for does not
 * know yet is a bad request.
 *
 * @param kind which credential
 * @param name its first part: a token's or user's name; empty for a JWT
 * @param secret its second part: secret, password or JWT
 * @param contentUrl of the site; empty for the Default site
 * @param impersonated LUID of the user to be
 */
record SignInRequest(Kind kind, String name, String secret, String contentUrl, Optional<String> impersonated) {
    private static final ApiVersion PAT_IMPERSONATION = new ApiVersion(3, 11);

    /** The kinds of credential, the attributes they come in, and the versions that brought them. */
    enum Kind {
        PASSWORD("name", "password", 2, 4),
        PERSONAL_ACCESS_TOKEN("personalAccessTokenName", "personalAccessTokenSecret", 3, 6),
        CONNECTED_APP("", "jwt", 3, 17),
        UNIFIED_ACCESS("", "jwt", 3, 27);

        private final String nameAttribute;
        private final String secretAttribute;
        private final int major;
        private final int minor;

        Kind(String nameAttribute, String secretAttribute, int major, int minor) {
            this.nameAttribute = nameAttribute;
            this.secretAttribute = secretAttribute;
            this.major = major;
            this.minor = minor;
        }

        private boolean isIn(ApiVersion version) {
            return version.compareTo(new ApiVersion(major, minor)) >= 0;
        }

        private Stream<String> attributes() {
            return Stream.of(nameAttribute, secretAttribute).filter(attribute -> !attribute.isEmpty());
        }

        private boolean isIn(Given credentials) {
            return attributes()
                    .anyMatch(attribute -> credentials.attribute(attribute).isPresent());
        }

        private static Kind of(Given credentials) {
            boolean isUat = isUat(credentials);
            Set<Kind> found = Stream.of(PASSWORD, PERSONAL_ACCESS_TOKEN, isUat ? UNIFIED_ACCESS : CONNECTED_APP)
                    .filter(kind -> kind.isIn(credentials))
                    .collect(Collectors.toSet());
            if (found.size() != 1) {
                throw RestFault.badRequest("Exactly one kind of credential is required.");
            }
            return found.iterator().next();
        }

        private static boolean isUat(Given credentials) {
            Optional<String> isUat = credentials.attribute("isUat");
            boolean isMeant = isUat.isEmpty() || credentials.attribute("jwt").isPresent();
            if (!isMeant || !List.of("true", "false").contains(isUat.orElse("false"))) {
                throw RestFault.badRequest("isUat is true or false, and goes with jwt.");
            }
            return isUat.filter("true"::equals).isPresent();
        }
    }

    static SignInRequest parse(Call call) {
        Given credentials = Given.parse(call)
                .child("credentials")
                .orElseThrow(() -> RestFault.badRequest("credentials are missing."));
        Kind kind = Kind.of(credentials);
        Optional<String> user = credentials.child("user").map(given -> filled(given, "id"));
        ApiVersion version = ApiVersion.parse(call.variable("version")).orElseThrow();
        if (!kind.isIn(version) || isTooEarly(kind, user, version)) {
            throw RestFault.badRequest("Version %s has no such sign-in.".formatted(version));
        }
        String name = kind.nameAttribute.isEmpty() ? "" : filled(credentials, kind.nameAttribute);
        return new SignInRequest(kind, name, filled(credentials, kind.secretAttribute), site(credentials), user);
    }

    private static boolean isTooEarly(Kind kind, Optional<String> user, ApiVersion version) {
        return kind == Kind.PERSONAL_ACCESS_TOKEN && user.isPresent() && version.compareTo(PAT_IMPERSONATION) < 0;
    }

    /** The contentUrl of the {@code site} in it, which may be empty but not missing. */
    static String site(Given parent) {
        return parent.child("site")
                .flatMap(site -> site.attribute("contentUrl"))
                .orElseThrow(() -> RestFault.badRequest("A site with its contentUrl is required."));
    }

    private static String filled(Given given, String attribute) {
        return given.attribute(attribute)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> RestFault.badRequest("%s is missing.".formatted(attribute)));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "SignInRequest[" + kind + " " + name + "]";
    }
}
