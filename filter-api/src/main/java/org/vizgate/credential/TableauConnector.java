package org.vizgate.credential;

/**
 * What stands behind {@link TableauSignIn}: filter-impl provides it as a service. Programs have no use for it; call the
 * methods of {@link TableauSignIn}, {@link CloudManagerSignIn} and {@link SigningKey}.
 */
public interface TableauConnector {
    /** See {@link TableauSignIn#with}. */
    SignedInSession signIn(TableauSignIn where, TableauCredential credential);

    /** See {@link TableauSignIn#keeping}. */
    KeptSession keep(TableauSignIn where, TableauCredential credential);

    /** See {@link CloudManagerSignIn#with}. */
    CloudManagerSession signIn(CloudManagerSignIn where, CloudManagerCredential credential);

    /** See {@link TableauSignIn#serverInfo}. */
    ServerInfo serverInfo(TableauSignIn where);

    /** See {@link SigningKey#publicKey}. */
    PublicKeyText publicKey(SigningKey key);
}
