package org.vizgate.standin.data;

/**
 * A site.
 *
 * @param luid a UUID in lower case
 * @param name what people read
 * @param contentUrl what addresses hold; empty for the Default site
 */
public record Site(String luid, String name, String contentUrl) {
    public boolean isDefault() {
        return contentUrl.isEmpty();
    }
}
