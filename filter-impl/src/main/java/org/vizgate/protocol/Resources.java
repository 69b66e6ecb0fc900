package org.vizgate.protocol;

import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The protected resources of this application. The first is the primary one: what a client means that names none. */
public final class Resources {
    private final List<Resource> all;
    private final List<Resource> longestFirst;

    private Resources(List<Resource> all) {
        this.all = all;
        // In the order of their being configured where paths are equally long, as sorting keeps it.
        this.longestFirst = all.stream()
                .sorted(Comparator.comparingInt(resource -> -resource.path().length()))
                .toList();
    }

    /**
     * The resources with these identifiers. An identifier below the issuer covers that path; any other covers the whole
     * application.
     *
     * @param identifiers at least one
     */
    public static Resources of(URI issuer, List<URI> identifiers) {
        return new Resources(identifiers.stream()
                .map(identifier -> new Resource(identifier, pathBelow(issuer, identifier)))
                .toList());
    }

    private static String pathBelow(URI issuer, URI identifier) {
        String text = identifier.toString();
        String base = issuer.toString();
        return text.startsWith(base + "/") ? text.substring(base.length()) : "";
    }

    public Resource primary() {
        return all.get(0);
    }

    public List<Resource> all() {
        return all;
    }

    public Set<String> identifiers() {
        return all.stream()
                .map(resource -> resource.identifier().toString())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The resource that a client asks for (RFC 8707); a single slash after a bare host makes no difference. */
    public Optional<Resource> requested(String identifier) {
        return all.stream()
                .filter(resource -> isSame(resource.identifier().toString(), identifier))
                .findFirst();
    }

    /** The resource that a request belongs to: of those that cover its path, the longest. */
    public Resource of(String requestPath) {
        for (Resource resource : longestFirst) {
            if (resource.covers(requestPath)) {
                return resource;
            }
        }
        return primary();
    }

    private static boolean isSame(String configured, String asked) {
        return configured.equals(asked) || withoutHostSlash(configured).equals(withoutHostSlash(asked));
    }

    // Clients build a URL object of the identifier, and that gives a bare host a slash (RFC 3986 section 6.2.3).
    private static String withoutHostSlash(String identifier) {
        int authority = identifier.indexOf("://") + 3;
        int last = identifier.length() - 1;
        return last >= authority && identifier.indexOf('/', authority) == last
                ? identifier.substring(0, last)
                : identifier;
    }
}
