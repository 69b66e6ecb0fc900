package org.vizgate.cloudmanager;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.vizgate.credential.UatConfiguration;

/** A configuration as Cloud Manager reads it: what is not there has no member. */
final class ConfigurationBody {
    private ConfigurationBody() {}

    static Map<String, Object> of(UatConfiguration configuration) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", configuration.name());
        members.put("issuer", configuration.issuer());
        configuration.publicKey().ifPresent(pem -> members.put("publicKey", pem));
        configuration.jwksUri().ifPresent(address -> members.put("jwksUri", address.toString()));
        members.put("usernameClaim", configuration.usernameClaim());
        members.put("resourceIds", configuration.resourceIds());
        if (!configuration.scopes().isEmpty()) {
            members.put("scopes", List.copyOf(configuration.scopes().values()));
        }
        members.put("enabled", configuration.enabled());
        return members;
    }
}
