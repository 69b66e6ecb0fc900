package org.vizgate.metadata;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.vizgate.json.Json;
import org.vizgate.protocol.Resource;
import org.vizgate.protocol.Resources;
import org.vizgate.scope.Scopes;
import org.vizgate.web.Document;
import org.vizgate.web.Documents;

/** Protected resource metadata (RFC 9728 section 3): one document for each resource. */
public final class ProtectedResourceMetadataEndpoint implements Documents {
    private final Map<String, Document> documents = new LinkedHashMap<>();

    /**
     * @param issuer our authorization server
     * @param scopes what the resources may ask for; none are not listed
     */
    public ProtectedResourceMetadataEndpoint(URI issuer, Resources resources, Scopes scopes, Json json) {
        for (Resource resource : resources.all()) {
            // Several may cover the whole application: requests belong to the first then, and so does the document.
            documents.putIfAbsent(
                    Resource.METADATA_PATH + resource.path(),
                    Document.of(json.write(document(issuer, resource, scopes))));
        }
        documents.putIfAbsent(
                Resource.METADATA_PATH, Document.of(json.write(document(issuer, resources.primary(), scopes))));
    }

    private static Map<String, Object> document(URI issuer, Resource resource, Scopes scopes) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("resource", resource.identifier().toString());
        members.put(
                "resource_name",
                "Tableau access of " + resource.identifier().getHost()
                        + resource.identifier().getRawPath());
        members.put("authorization_servers", List.of(issuer.toString()));
        if (!scopes.isEmpty()) {
            members.put("scopes_supported", List.copyOf(scopes.values()));
        }
        members.put("bearer_methods_supported", List.of("header"));
        return members;
    }

    @Override
    public Optional<Document> find(String path) {
        return Optional.ofNullable(documents.get(path));
    }
}
