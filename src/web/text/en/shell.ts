/** Header, navigation, pages that do not exist, the connection to the server. */
export const shell = {
  productName: 'Setpoint',
  control: 'Control',
  history: 'History',
  errorCodes: 'Error codes',
}
