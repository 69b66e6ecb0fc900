package org.vizgate.servlet;

import org.vizgate.config.Settings;
import org.vizgate.crypto.MacKey;
import org.vizgate.grant.AuthorizationCodes;
import org.vizgate.grant.RefreshGrants;
import org.vizgate.grant.Revocations;
import org.vizgate.grant.UsedStates;
import org.vizgate.spi.GrantStore;

/** What is kept in the store. */
record GrantKeeping(
        UsedStates usedStates, AuthorizationCodes codes, RefreshGrants refreshGrants, Revocations revocations) {

    static GrantKeeping in(
            GrantStore store, Settings.Lifetimes lifetimes, MacKey refreshProof, Instruments instruments) {
        return new GrantKeeping(
                new UsedStates(store, instruments.clock()),
                new AuthorizationCodes(store, instruments.json(), instruments.random(), instruments.clock()),
                new RefreshGrants(store, instruments.json(), refreshProof, instruments.random(), instruments.clock()),
                new Revocations(
                        store, lifetimes.revocationCheckInterval(), lifetimes.accessToken(), instruments.clock()));
    }
}
