package org.vizgate.standin.oauth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which addresses a browser may be sent back to. */
public final class RedirectUris {
    private final Set<String> allowedHosts;

    /** @param allowedHosts host names without port; none means any host */
    public RedirectUris(Collection<String> allowedHosts) {
        this.allowedHosts =
                allowedHosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /** The address, if it may be trusted. */
    Optional<URI> trusted(String text) {
        try {
            return Optional.of(new URI(text)).filter(RedirectUris::isCallback).filter(this::isOnAllowedHost);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isCallback(URI uri) {
        boolean isWeb = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
        return isWeb
                && uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawFragment() == null
                && uri.getRawPath().endsWith("/Callback");
    }

    private boolean isOnAllowedHost(URI uri) {
        return allowedHosts.isEmpty() || allowedHosts.contains(uri.getHost().toLowerCase(Locale.ROOT));
    }
}
