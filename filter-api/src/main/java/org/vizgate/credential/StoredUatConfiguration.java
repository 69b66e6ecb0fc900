package org.vizgate.credential;

import java.util.Objects;
import java.util.Optional;

/**
 * A configuration of unified access tokens as Cloud Manager keeps it.
 *
 * @param id what Cloud Manager calls {@code configId}
 * @param tenantId of Cloud Manager; empty if the answer did not say
 * @param publicKeyActive what Cloud Manager says under this name, which is not documented further; empty if it did not say
 */
public record StoredUatConfiguration(
        String id, String tenantId, Optional<Boolean> publicKeyActive, UatConfiguration configuration) {
    public StoredUatConfiguration {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(tenantId, "tenantId");
        Objects.requireNonNull(publicKeyActive, "publicKeyActive");
        Objects.requireNonNull(configuration, "configuration");
    }
}
