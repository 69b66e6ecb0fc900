package org.vizgate.client;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.vizgate.json.JsonFields;
import org.vizgate.json.MalformedJsonException;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.GrantType;
import org.vizgate.protocol.OAuthException;

/** Client metadata (RFC 7591 section 2) after it was checked: what a registration means here. */
record ClientMetadata(
        List<String> redirectUris,
        String name,
        ClientAuthenticationMethod method,
        ApplicationType type,
        List<String> grantTypes,
        List<String> responseTypes) {
    private static final int MAX_REDIRECTS = 10;
    private static final int MAX_NAME = 120;
    // Control characters, line ends, and what turns the direction of the text that follows.
    private static final Pattern UNSHOWABLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");
    private static final String CODE = "code";
    private static final List<String> GRANTS =
            List.of(GrantType.AUTHORIZATION_CODE.wireName(), GrantType.REFRESH_TOKEN.wireName());

    /**
     * The metadata of a registration; a client that does not name its authentication method means HTTP Basic.
     *
     * @throws OAuthException invalid_client_metadata or invalid_redirect_uri (RFC 7591 section 3.2.2)
     */
    static ClientMetadata read(JsonFields fields, RedirectUris redirects) {
        return read(fields, redirects, ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    }

    /**
     * The metadata of a public document, which cannot share a secret with us.
     *
     * @throws OAuthException as {@link #read(JsonFields, RedirectUris)}, and if the client wants to use a secret
     */
    static ClientMetadata ofDocument(JsonFields fields, RedirectUris redirects) {
        ClientMetadata metadata = read(fields, redirects, ClientAuthenticationMethod.NONE);
        if (metadata.method() != ClientAuthenticationMethod.NONE) {
            throw invalid("a client that is named by a public document has no secret");
        }
        return metadata;
    }

    private static ClientMetadata read(
            JsonFields fields, RedirectUris redirects, ClientAuthenticationMethod unsaidMethod) {
        try {
            ApplicationType type = choice(fields, "application_type", "", ApplicationType::of);
            return new ClientMetadata(
                    redirectUris(fields, type, redirects),
                    name(fields),
                    choice(
                            fields,
                            "token_endpoint_auth_method",
                            unsaidMethod.wireName(),
                            ClientAuthenticationMethod::of),
                    type,
                    grantTypes(fields),
                    responseTypes(fields));
        } catch (MalformedJsonException e) {
            throw invalid(e.getMessage());
        }
    }

    private static <T> T choice(JsonFields fields, String member, String absent, Function<String, Optional<T>> known) {
        return known.apply(fields.text(member).orElse(absent))
                .orElseThrow(() -> invalid(member + " has a value that is not supported"));
    }

    private static List<String> redirectUris(JsonFields fields, ApplicationType type, RedirectUris redirects) {
        List<String> uris = fields.texts("redirect_uris").orElse(List.of());
        if (uris.isEmpty() || uris.size() > MAX_REDIRECTS) {
            throw new OAuthException(
                    ErrorCode.INVALID_REDIRECT_URI, "redirect_uris needs 1 to " + MAX_REDIRECTS + " addresses");
        }
        for (String uri : uris) {
            redirects.problem(uri, type).ifPresent(problem -> {
                throw new OAuthException(ErrorCode.INVALID_REDIRECT_URI, problem);
            });
        }
        return uris;
    }

    private static String name(JsonFields fields) {
        String name = fields.text("client_name").orElse("").strip();
        if (name.length() > MAX_NAME || UNSHOWABLE.matcher(name).find()) {
            throw invalid("client_name has at most " + MAX_NAME + " characters and no control character");
        }
        return name;
    }

    private static List<String> grantTypes(JsonFields fields) {
        List<String> types = fields.texts("grant_types").orElse(List.of(GrantType.AUTHORIZATION_CODE.wireName()));
        if (!types.contains(GrantType.AUTHORIZATION_CODE.wireName())) {
            throw invalid("grant_types needs authorization_code");
        }
        // What is registered is what the client will get: every user's grant comes with a refresh token.
        return GRANTS;
    }

    private static List<String> responseTypes(JsonFields fields) {
        List<String> types = fields.texts("response_types").orElse(List.of(CODE));
        if (!types.contains(CODE)) {
            throw invalid("response_types needs code");
        }
        return List.of(CODE);
    }

    private static OAuthException invalid(String description) {
        return new OAuthException(ErrorCode.INVALID_CLIENT_METADATA, description);
    }
}
