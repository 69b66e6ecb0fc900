package org.vizgate.standin.credential;

import java.time.Clock;

import org.vizgate.standin.data.Flavour;
import org.vizgate.standin.data.StandInData;

/** Every credential that opens at this moment. Safe for use by several threads. */
public final class KnownCredentials {
    private final PersonalAccessTokens personalAccessTokens;
    private final Passwords passwords;
    private final ConnectedApps connectedApps;
    private final UnifiedAccess unifiedAccess;

    public KnownCredentials(Clock clock, Flavour flavour, StandInData data, Credentials initial) {
        Credentials there = initial.on(flavour);
        personalAccessTokens = new PersonalAccessTokens(clock, there.personalAccessTokens());
        passwords = new Passwords(there.passwords());
        connectedApps = new ConnectedApps(clock, flavour, data, there.connectedApps());
        unifiedAccess = new UnifiedAccess(clock, there.tenant(), there.uatConfigurations());
    }

    public PersonalAccessTokens personalAccessTokens() {
        return personalAccessTokens;
    }

    public Passwords passwords() {
        return passwords;
    }

    public ConnectedApps connectedApps() {
        return connectedApps;
    }

    public UnifiedAccess unifiedAccess() {
        return unifiedAccess;
    }

    /** As at the start. */
    public void reset() {
        personalAccessTokens.reset();
        connectedApps.reset();
        unifiedAccess.reset();
    }
}
