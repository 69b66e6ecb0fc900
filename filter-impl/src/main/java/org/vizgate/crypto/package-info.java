/**
 * Small cryptographic tools over the JDK's providers: random texts, key derivation, sealed boxes, PKCE, digests.
 *
 * <p>Everything JOSE is in {@code jose}. Ground: imports the application's types and the JDK only.
 *
 * <p>Meant, although it may look odd: {@link org.vizgate.crypto.SealedBox} derives a fresh key for every box. Strangers
 * decide how many boxes are made (each registration is one), and a single AES-GCM key with random nonces would wear out.
 */
@NullMarked
package org.vizgate.crypto;

import org.jspecify.annotations.NullMarked;
