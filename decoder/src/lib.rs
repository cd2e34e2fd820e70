//! QR decoder.
