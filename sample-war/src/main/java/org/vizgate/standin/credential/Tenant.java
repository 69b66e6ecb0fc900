package org.vizgate.standin.credential;

import java.util.List;
import java.util.Optional;

/**
 * A customer of Tableau Cloud: the people who administer its Cloud Manager.
 *
 * @param id a UUID in lower case
 * @param administrators who may sign in to Cloud Manager
 */
public record Tenant(String id, List<Administrator> administrators) {
    public Tenant {
        administrators = List.copyOf(administrators);
    }

    /**
     * A cloud administrator: no user of a site, even if a site has a user with this name.
     *
     * @param id a UUID in lower case
     * @param name the sign-in name
     * @param accessToken secret of a personal access token for Cloud Manager, which opens no site
     */
    public record Administrator(String id, String name, String accessToken) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "Administrator[" + name + "]";
        }
    }

    public Optional<Administrator> withAccessToken(String secret) {
        return administrators.stream()
                .filter(administrator -> Texts.same(administrator.accessToken(), secret))
                .findFirst();
    }

    Optional<Administrator> named(String name) {
        return administrators.stream()
                .filter(administrator -> administrator.name().equals(name))
                .findFirst();
    }
}
