package org.vizgate.credential;

import java.util.Objects;

/**
 * Which Tableau answers.
 *
 * @param productVersion such as {@code 2025.3.1}; development builds say {@code main}
 * @param build such as {@code 20253.25.1210.0001}
 * @param restApiVersion the newest version of the REST API that it speaks
 */
public record ServerInfo(String productVersion, String build, ApiVersion restApiVersion) {
    public ServerInfo {
        Objects.requireNonNull(productVersion, "productVersion");
        Objects.requireNonNull(build, "build");
        Objects.requireNonNull(restApiVersion, "restApiVersion");
    }
}
