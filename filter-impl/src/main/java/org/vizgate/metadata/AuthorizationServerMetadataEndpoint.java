package org.vizgate.metadata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.vizgate.json.Json;
import org.vizgate.protocol.EndpointUris;
import org.vizgate.protocol.GrantType;
import org.vizgate.protocol.Resources;
import org.vizgate.scope.Scopes;
import org.vizgate.web.Document;
import org.vizgate.web.Documents;

/** Authorization server metadata (RFC 8414 section 3), under its own name and under that of OpenID Connect Discovery. */
public final class AuthorizationServerMetadataEndpoint implements Documents {
    /** The document's place by RFC 8414. */
    public static final String OAUTH_PATH = "/.well-known/oauth-authorization-server";

    /** The document's place by OpenID Connect Discovery 1.0 section 4. */
    public static final String OPENID_PATH = "/.well-known/openid-configuration";

    private final Document oauth;
    private final Document openid;
    private final List<String> suffixes;

    /**
     * @param hasRegistration whether clients may register themselves
     * @param readsDocuments whether a client's id may be the address of its metadata document
     * @param servesClients whether clients may act for themselves
     * @param scopes what may be granted
     */
    public AuthorizationServerMetadataEndpoint(
            EndpointUris uris,
            Resources resources,
            boolean hasRegistration,
            boolean readsDocuments,
            boolean servesClients,
            Scopes scopes,
            Json json) {
        Map<String, Object> members = document(uris, resources, hasRegistration, readsDocuments, servesClients, scopes);
        oauth = Document.of(json.write(members));
        members.put("jwks_uri", uris.jwks().toString());
        members.put("subject_types_supported", List.of("public"));
        members.put("id_token_signing_alg_values_supported", List.of("RS256"));
        openid = Document.of(json.write(members));
        // Path insertion: behind a proxy that adds the issuer's path we may be at the root of our host.
        suffixes = List.of("", uris.issuer().getRawPath());
    }

    private static Map<String, Object> document(
            EndpointUris uris,
            Resources resources,
            boolean hasRegistration,
            boolean readsDocuments,
            boolean servesClients,
            Scopes scopes) {
        List<String> authentication = List.of("none", "client_secret_basic", "client_secret_post");
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("issuer", uris.issuer().toString());
        members.put("authorization_endpoint", uris.authorize().toString());
        members.put("token_endpoint", uris.token().toString());
        if (hasRegistration) {
            members.put("registration_endpoint", uris.register().toString());
        }
        members.put("revocation_endpoint", uris.revoke().toString());
        members.put("response_types_supported", List.of("code"));
        members.put("response_modes_supported", List.of("query"));
        members.put("grant_types_supported", grantTypes(servesClients));
        members.put("code_challenge_methods_supported", List.of("S256"));
        members.put("token_endpoint_auth_methods_supported", authentication);
        members.put("revocation_endpoint_auth_methods_supported", authentication);
        members.put("scopes_supported", scopes(scopes));
        members.put("authorization_response_iss_parameter_supported", true);
        members.put("client_id_metadata_document_supported", readsDocuments);
        members.put("protected_resources", List.copyOf(resources.identifiers()));
        return members;
    }

    private static List<String> grantTypes(boolean servesClients) {
        List<String> types = List.of(GrantType.AUTHORIZATION_CODE.wireName(), GrantType.REFRESH_TOKEN.wireName());
        return servesClients ? List.of(types.get(0), types.get(1), GrantType.CLIENT_CREDENTIALS.wireName()) : types;
    }

    private static List<String> scopes(Scopes scopes) {
        List<String> listed = new ArrayList<>(scopes.values());
        listed.add("offline_access");
        return listed;
    }

    @Override
    public Optional<Document> find(String path) {
        if (path.startsWith(OAUTH_PATH) && suffixes.contains(path.substring(OAUTH_PATH.length()))) {
            return Optional.of(oauth);
        }
        if (path.startsWith(OPENID_PATH) && suffixes.contains(path.substring(OPENID_PATH.length()))) {
            return Optional.of(openid);
        }
        return Optional.empty();
    }
}
