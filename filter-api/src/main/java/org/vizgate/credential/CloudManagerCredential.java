package org.vizgate.credential;

/**
 * What a program signs in to Tableau Cloud Manager with. Only a cloud administrator can.
 *
 * <p>The first time it has to be a {@link CloudManagerToken}: {@link UnifiedAccess} needs a configuration that a session of
 * Cloud Manager makes.
 */
public sealed interface CloudManagerCredential permits CloudManagerToken, UnifiedAccess, SignedJwt {}
