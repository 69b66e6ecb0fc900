package org.vizgate.standin.credential;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

import jakarta.json.JsonValue;

import org.vizgate.standin.data.Site;
import org.vizgate.standin.jwt.SignedJwt;
import org.vizgate.standin.session.Access;

/** Opens for JWTs of issuers that a tenant's configurations trust. Safe for use by several threads. */
public final class UnifiedAccess {
    // What the documentation writes as the iss of a second configuration; it can also mean the claim of that name.
    private static final String OVERRIDDEN = TableauClaims.ISSUER_OVERRIDE;

    private final Clock clock;
    private final Tenant tenant;
    private final Collection<UatConfiguration> initial;
    private final Map<String, UatConfiguration> byId = new ConcurrentSkipListMap<>();
    private final Set<String> revoked = ConcurrentHashMap.newKeySet();

    UnifiedAccess(Clock clock, Tenant tenant, Collection<UatConfiguration> initial) {
        this.clock = clock;
        this.tenant = tenant;
        this.initial = initial;
        reset();
    }

    public Tenant tenant() {
        return tenant;
    }

    /** The user of {@code site} that the JWT names. */
    public Identity openSite(String compact, Site site) {
        SignedJwt jwt = parse(compact);
        UatConfiguration configuration = configuration(jwt, site.luid());
        require(jwt.claim(TableauClaims.SITE).isEmpty()
                || jwt.text(TableauClaims.SITE).filter(site.luid()::equals).isPresent());
        JsonValue onDemand = jwt.claim(TableauClaims.ON_DEMAND_ACCESS).orElse(JsonValue.TRUE);
        require(onDemand == JsonValue.TRUE);
        require(jwt.claim(TableauClaims.GROUPS).isEmpty()
                || jwt.texts(TableauClaims.GROUPS)
                        .filter(groups -> !groups.isEmpty())
                        .isPresent());
        return identity(jwt, configuration);
    }

    /** The administrator that the JWT names, and what the JWT allows there. */
    public CloudIdentity openCloudManager(String compact) {
        SignedJwt jwt = parse(compact);
        Identity identity = identity(jwt, configuration(jwt, tenant.id()));
        return tenant.named(identity.userName())
                .map(administrator -> new CloudIdentity(administrator, identity.access()))
                .orElseThrow(Refused::withoutReason);
    }

    private static SignedJwt parse(String compact) {
        return SignedJwt.parse(compact).orElseThrow(Refused::withoutReason);
    }

    private UatConfiguration configuration(SignedJwt jwt, String resource) {
        require(jwt.text(TableauClaims.TENANT).filter(tenant.id()::equals).isPresent());
        checkTimes(jwt);
        return byId.values().stream()
                .filter(UatConfiguration::enabled)
                .filter(configuration -> issuers(jwt).contains(configuration.issuer()))
                .filter(configuration -> configuration.resourceIds().contains(resource))
                .filter(configuration -> configuration.isSigned(jwt))
                .findFirst()
                .orElseThrow(Refused::withoutReason);
    }

    private static List<String> issuers(SignedJwt jwt) {
        require(jwt.text("iss").isPresent());
        Optional<String> override = jwt.text(TableauClaims.ISSUER_OVERRIDE);
        return override.isPresent()
                ? List.of(OVERRIDDEN, override.get())
                : jwt.text("iss").stream().toList();
    }

    private void checkTimes(SignedJwt jwt) {
        Instant now = clock.instant();
        require(jwt.time("exp").filter(now::isBefore).isPresent());
        require(jwt.time("iat").filter(start -> !now.isBefore(start)).isPresent());
        require(jwt.time("nbf").filter(now::isBefore).isEmpty());
    }

    private Identity identity(SignedJwt jwt, UatConfiguration configuration) {
        String id = jwt.text("jti").orElse("");
        require(!revoked.contains(id));
        String userName = jwt.text(configuration.usernameClaim()).orElseThrow(Refused::withoutReason);
        return new Identity(userName, Access.byJwt(id, configuration.allowed(TableauClaims.scopes(jwt))));
    }

    private static void require(boolean isTrue) {
        if (!isTrue) {
            throw Refused.withoutReason();
        }
    }

    public List<UatConfiguration> configurations() {
        return new ArrayList<>(byId.values());
    }

    public Optional<UatConfiguration> configuration(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Adds the configuration, or replaces the one with its id; false, and nothing changes, if another has its issuer. */
    public synchronized boolean put(UatConfiguration configuration) {
        boolean isTaken = byId.values().stream()
                .anyMatch(other -> other.issuer().equals(configuration.issuer())
                        && !other.id().equals(configuration.id()));
        if (!isTaken) {
            byId.put(configuration.id(), configuration);
        }
        return !isTaken;
    }

    /** Takes it away, and tells whether it was there. */
    public boolean remove(String id) {
        return byId.remove(id) != null;
    }

    /** From now on no JWT with this {@code jti} opens anything. */
    public void revoke(String jwtId) {
        revoked.add(jwtId);
    }

    void reset() {
        byId.clear();
        revoked.clear();
        initial.forEach(this::put);
    }
}
