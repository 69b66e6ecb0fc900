package org.vizgate.servlet;

import java.util.Map;
import java.util.ServiceLoader;

import org.vizgate.config.Settings;
import org.vizgate.crypto.MacKey;
import org.vizgate.grant.AuthorizationCodes;
import org.vizgate.grant.RefreshGrants;
import org.vizgate.grant.Revocations;
import org.vizgate.grant.UsedStates;
import org.vizgate.spi.GrantStore;
import org.vizgate.spi.GrantStoreProvider;
import org.vizgate.spi.StoreOptions;

/** The store, and what is kept in it. */
record GrantKeeping(
        GrantStore store,
        UsedStates usedStates,
        AuthorizationCodes codes,
        RefreshGrants refreshGrants,
        Revocations revocations) {

    static GrantKeeping open(Settings.Lifetimes lifetimes, MacKey refreshProof, Instruments instruments) {
        GrantStore store = openStore();
        return new GrantKeeping(
                store,
                new UsedStates(store, instruments.clock()),
                new AuthorizationCodes(store, instruments.json(), instruments.random(), instruments.clock()),
                new RefreshGrants(store, instruments.json(), refreshProof, instruments.random(), instruments.clock()),
                new Revocations(
                        store, lifetimes.revocationCheckInterval(), lifetimes.accessToken(), instruments.clock()));
    }

    private static GrantStore openStore() {
        return ServiceLoader.load(GrantStoreProvider.class, GrantKeeping.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.name().equals("memory"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the memory store is missing from the jar"))
                .open(new StoreOptions(Map.of()));
    }
}
