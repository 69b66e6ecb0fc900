package org.vizgate.standin.rest;

import org.vizgate.standin.data.Flavour;

/**
 * Which Tableau is pretended.
 *
 * @param flavour Server or Cloud
 * @param version what {@code serverinfo} calls the product's version
 * @param build what it calls the build
 * @param newest the newest version of the REST API that is served
 */
public record Product(Flavour flavour, String version, String build, ApiVersion newest) {
    /** A Tableau Server of 2026. */
    public static final Product USUAL =
            new Product(Flavour.SERVER, "2026.2.0", "20262.26.0901.0000", new ApiVersion(3, 29));

    public Product with(Flavour other) {
        return new Product(other, version, build, newest);
    }

    /** @throws IllegalArgumentException if {@code apiVersion} is none */
    public Product with(String productVersion, String apiVersion) {
        ApiVersion api = ApiVersion.parse(apiVersion)
                .orElseThrow(() -> new IllegalArgumentException("not a version of the REST API: " + apiVersion));
        return new Product(flavour, productVersion, build, api);
    }

    boolean isCloud() {
        return flavour == Flavour.CLOUD;
    }
}
