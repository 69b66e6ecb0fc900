package org.vizgate.jose;

/** A signature with an RSA key (RFC 7518 section 3.1); the names are those of the {@code alg} header. */
public enum SigningAlgorithm {
    RS256,
    RS384,
    RS512,
    PS256,
    PS384,
    PS512
}
